-- What stands on every certificate of a session now; the decision as its plan says, else as the decision of recognition
-- and the session do.
SELECT
    plan.book_id,
    plan.letterhead,
    plan.signatory,
    plan.place,
    plan.date,
    template.content,
    book.pattern,
    book.series,
    coalesce(
        plan.decision_number,
        nullif(json_extract(recognition.words, '$.number'), ''),
        session.decision_number
    ) AS decision_number,
    coalesce(plan.decision_date, json_extract(recognition.words, '$.issued')) AS decision_date
FROM certificate_plan AS plan
JOIN session ON session.id = plan.session_id
JOIN certificate_template AS template ON template.id = plan.template_id
JOIN certificate_book AS book ON book.id = plan.book_id
LEFT JOIN paper_words AS recognition
    ON recognition.session_id = plan.session_id AND recognition.paper = 'recognition'
WHERE plan.session_id = ?1
