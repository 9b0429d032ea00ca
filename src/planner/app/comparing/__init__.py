"""The comparison: up to four scenarios beside each other in the chart's place."""
