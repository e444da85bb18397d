"""How much of it was the candidate's, and how much of the whole: lead or support, all or some."""
