// To find the claims of one type: MATCH (c:Claim {type: 'KILLED'}).
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX claim_type IF NOT EXISTS FOR (n:Claim) ON (n.type)
