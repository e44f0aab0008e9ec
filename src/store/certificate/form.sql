SELECT
    template.content,
    book.pattern,
    plan.letterhead,
    plan.signatory,
    plan.place,
    plan.date,
    coalesce(
        (SELECT max(number) + 1 FROM certificate WHERE certificate.book_id = book.id),
        book.first_number
    ) AS next_number
FROM certificate_plan AS plan
JOIN certificate_template AS template ON template.id = plan.template_id
JOIN certificate_book AS book ON book.id = plan.book_id
WHERE plan.session_id = ?1
