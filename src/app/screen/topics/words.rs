//! Words about topics.

use crate::app::screen::Context;
use crate::domain::library::LibraryTopic;
use crate::message::Message as Sentence;

/// "60′ · dùng 5 lần, gần nhất 2020 · 3 mục con".
pub fn about(topic: &LibraryTopic, parts: usize, context: Context<'_>) -> String {
    let minutes = topic.details.minutes.map(|minutes| format!("{minutes}′"));
    let parts =
        (parts > 0).then(|| context.say(&Sentence::new("window-topics-parts-count").with("count", parts)));
    [minutes, Some(used(topic, context)), parts].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "dùng 5 lần, gần nhất 2020".
pub fn used(topic: &LibraryTopic, context: Context<'_>) -> String {
    let count = topic.uses.len();
    let said = match topic.last_year() {
        _ if count == 0 => Sentence::new("window-topics-unused"),
        Some(year) => {
            Sentence::new("window-topics-used-last").with("year", i64::from(year)).with("count", count)
        }
        None => Sentence::new("window-topics-used").with("count", count),
    };
    context.say(&said)
}
