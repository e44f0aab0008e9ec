SELECT certificate.*
FROM certificate
JOIN delegate ON delegate.id = certificate.delegate_id
WHERE delegate.session_id = ?1
ORDER BY certificate.number, certificate.edition, certificate.id
