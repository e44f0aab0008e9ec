/* What a Vietnamese keyboard program does while someone types, in Telex,
       Nguyeenx Thij Anhs DDawngj nuwowcs
   so that "Nguyễn Thị Ánh Đặng nước" stands there: most keys go through as they are; a key that changes what was typed
   is swallowed, some letters are deleted with Backspace, and others are typed in their place. */
#include <windows.h>

typedef struct {
    char key;          /* what is pressed; 0 ends the sentence */
    int backspaces;    /* how many letters go */
    const WCHAR *text; /* what comes in their place; NULL: the key itself */
} Keystroke;

/* Letters with all their marks, each one character: what Windows and the program use ("Unicode dựng sẵn"). */
static const Keystroke COMPOSED[] = {
    {'N'}, {'g'}, {'u'}, {'y'}, {'e'}, {'e', 1, L"\u00ea"}, {'n'}, {'x', 2, L"\u1ec5n"}, {' '},
    {'T'}, {'h'}, {'i'}, {'j', 1, L"\u1ecb"}, {' '},
    {'A'}, {'n'}, {'h'}, {'s', 3, L"\u00c1nh"}, {' '},
    {'D'}, {'d', 1, L"\u0110"}, {'a'}, {'w', 1, L"\u0103"}, {'n'}, {'g'}, {'j', 3, L"\u1eb7ng"}, {' '},
    {'n'}, {'u'}, {'w', 1, L"\u01b0"}, {'o'}, {'w', 1, L"\u01a1"}, {'c'}, {'s', 2, L"\u1edb" L"c"},
    {0}};

/* Letters with their marks as characters of their own ("Unicode tổ hợp"). */
static const Keystroke DECOMPOSED[] = {
    {'N'}, {'g'}, {'u'}, {'y'}, {'e'}, {'e', 0, L"\u0302"}, {'n'}, {'x', 1, L"\u0303n"}, {' '},
    {'T'}, {'h'}, {'i'}, {'j', 0, L"\u0323"}, {' '},
    {'A'}, {'n'}, {'h'}, {'s', 2, L"\u0301nh"}, {' '},
    {'D'}, {'d', 1, L"\u0110"}, {'a'}, {'w', 0, L"\u0306"}, {'n'}, {'g'}, {'j', 3, L"\u0323\u0306ng"}, {' '},
    {'n'}, {'u'}, {'w', 0, L"\u031b"}, {'o'}, {'w', 0, L"\u031b"}, {'c'}, {'s', 1, L"\u0301" L"c"},
    {0}};

/* Marks the events that come from here, as keyboard programs mark their own. */
#define OURS 0x7a9

/* Adds one event to a queue for SendInput, and gives the length the queue has then. */
static int put(INPUT *queue, int length, WORD key, WORD scan, DWORD flags)
{
    INPUT event = {0};
    event.type = INPUT_KEYBOARD;
    event.ki.wVk = key;
    event.ki.wScan = scan;
    event.ki.dwFlags = flags;
    event.ki.dwExtraInfo = OURS;
    queue[length] = event;
    return length + 1;
}
