"""Articles to lineage: whose words these were before."""
