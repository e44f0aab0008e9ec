-- Runs older than run ?1, of the same session, paper and scope, without a page that only they have. The same page with
-- its rows elsewhere is another one; nothing is lost with a page of which only the text was kept. What was printed stays
-- until it was printed again.
DELETE FROM print_run
WHERE id IN (
    SELECT older.id
    FROM print_run AS latest
    JOIN print_run AS older
        ON older.session_uid = latest.session_uid AND older.paper = latest.paper
        AND older.scope = latest.scope AND older.id < latest.id
    WHERE latest.id = ?1
        AND NOT EXISTS (
            SELECT 1
            FROM print_run_page AS page
            WHERE page.print_run_id = older.id
                AND NOT EXISTS (
                    SELECT 1
                    FROM print_run_page AS again
                    JOIN print_run AS later ON later.id = again.print_run_id
                    WHERE again.code = page.code AND again.delegates = page.delegates
                        AND (page.sheet IS NULL OR again.sheet = page.sheet)
                        AND later.session_uid = older.session_uid AND later.paper = older.paper
                        AND later.scope = older.scope AND later.id > older.id
                        AND (later.printed > 0 OR older.printed = 0)
                )
        )
)
