/* sender MODE GAP TITLE: types the sentence of keystrokes.h, and Enter, into the window whose title holds TITLE, as
   UniKey and its relatives do. GAP is how many milliseconds pass between what is sent. MODE is one of the names below:
   each is what some keyboard program really does. */
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "keystrokes.h"

typedef enum { UNICODE_LETTERS, CLIPBOARD_CTRL_V, CLIPBOARD_SHIFT_INSERT, WM_CHAR_MESSAGES } Way;
typedef enum { EACH_EVENT, EACH_LETTER, SENTENCE } Bundling;

typedef struct {
    const WCHAR *name;
    const Keystroke *keystrokes;
    Way way;            /* how new letters arrive */
    Bundling bundling;  /* what goes into one call of SendInput */
    BOOL without_ups;   /* letters are pressed and never released */
    BOOL shift_held;    /* Shift is down meanwhile */
    BOOL narrow_space;  /* a narrow space first, and one more Backspace (OpenKey) */
    BOOL selects;       /* Shift+Left instead of Backspace: the letters are replaced */
} Mode;

static const Mode MODES[] = {
    {L"each", COMPOSED, UNICODE_LETTERS, EACH_EVENT},
    {L"letter", COMPOSED, UNICODE_LETTERS, EACH_LETTER},
    {L"sentence", COMPOSED, UNICODE_LETTERS, SENTENCE},
    {L"downs", COMPOSED, UNICODE_LETTERS, EACH_LETTER, .without_ups = TRUE},
    {L"shift", COMPOSED, UNICODE_LETTERS, EACH_LETTER, .shift_held = TRUE},
    {L"narrow", COMPOSED, UNICODE_LETTERS, EACH_LETTER, .narrow_space = TRUE},
    {L"select", COMPOSED, UNICODE_LETTERS, EACH_LETTER, .selects = TRUE},
    {L"ctrl-v", COMPOSED, CLIPBOARD_CTRL_V, EACH_LETTER},
    {L"shift-insert", COMPOSED, CLIPBOARD_SHIFT_INSERT, EACH_LETTER},
    {L"wm-char", COMPOSED, WM_CHAR_MESSAGES, EACH_LETTER},
    {L"nfd", DECOMPOSED, UNICODE_LETTERS, EACH_LETTER},
};

static const Mode *mode;
static int gap;
static INPUT queue[4096];
static int queued;

/* Sends what is queued. */
static void flush(void)
{
    if (queued == 0)
        return;
    if (mode->bundling == EACH_EVENT) {
        for (int i = 0; i < queued; i++)
            if (SendInput(1, &queue[i], sizeof(INPUT)) != 1)
                fprintf(stderr, "an event was refused: %lu\n", GetLastError());
    } else if (SendInput(queued, queue, sizeof(INPUT)) != (UINT)queued) {
        fprintf(stderr, "events were refused: %lu\n", GetLastError());
    }
    queued = 0;
    Sleep(gap);
}

static void event(WORD key, WORD scan, DWORD flags)
{
    queued = put(queue, queued, key, scan, flags);
}

static void shift(BOOL down)
{
    event(VK_SHIFT, 0x2a, down ? 0 : KEYEVENTF_KEYUP);
}

static void press(WORD key)
{
    WORD scan = (WORD)MapVirtualKeyW(key, MAPVK_VK_TO_VSC);
    DWORD extended = key == VK_INSERT || key == VK_LEFT ? KEYEVENTF_EXTENDEDKEY : 0;
    event(key, scan, extended);
    event(key, scan, extended | KEYEVENTF_KEYUP);
}

/* A key as it stands on the keyboard. */
static void key(char letter)
{
    SHORT found = VkKeyScanW((WCHAR)letter);
    BOOL capital = (found >> 8) & 1;
    if (capital)
        shift(TRUE);
    press(found & 0xff);
    if (capital)
        shift(FALSE);
}

/* A character that is on no keyboard. */
static void letter(WCHAR letter)
{
    event(0, letter, KEYEVENTF_UNICODE);
    if (!mode->without_ups)
        event(0, letter, KEYEVENTF_UNICODE | KEYEVENTF_KEYUP);
}

static void into_clipboard(const WCHAR *text)
{
    SIZE_T size = (wcslen(text) + 1) * sizeof(WCHAR);
    HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, size);
    memcpy(GlobalLock(memory), text, size);
    GlobalUnlock(memory);
    for (int tries = 0; tries < 50 && !OpenClipboard(NULL); tries++)
        Sleep(2);
    EmptyClipboard();
    SetClipboardData(CF_UNICODETEXT, memory);
    CloseClipboard();
}

static void paste(const WCHAR *text)
{
    flush();
    into_clipboard(text);
    if (mode->way == CLIPBOARD_SHIFT_INSERT) {
        shift(TRUE);
        press(VK_INSERT);
        shift(FALSE);
    } else {
        event(VK_CONTROL, 0x1d, 0);
        press('V');
        event(VK_CONTROL, 0x1d, KEYEVENTF_KEYUP);
    }
    flush();
    /* The next letter must not stand in the clipboard before this one was read. */
    Sleep(60);
}

static void post(HWND window, const WCHAR *text)
{
    flush();
    for (; *text; text++)
        PostMessageW(window, WM_CHAR, *text, 1);
    Sleep(gap);
}

static void replace(const Keystroke *stroke, HWND window)
{
    int backspaces = stroke->backspaces;
    if (mode->shift_held)
        shift(TRUE);
    if (mode->narrow_space) {
        letter(0x202f);
        backspaces++;
    }
    for (int i = 0; i < backspaces; i++) {
        if (mode->selects) {
            shift(TRUE);
            press(VK_LEFT);
            shift(FALSE);
        } else {
            press(VK_BACK);
        }
    }
    switch (mode->way) {
    case CLIPBOARD_CTRL_V:
    case CLIPBOARD_SHIFT_INSERT:
        paste(stroke->text);
        break;
    case WM_CHAR_MESSAGES:
        post(window, stroke->text);
        break;
    case UNICODE_LETTERS:
        for (const WCHAR *next = stroke->text; *next; next++)
            letter(*next);
    }
    if (mode->shift_held)
        shift(FALSE);
}

static HWND found;

static BOOL CALLBACK look_at(HWND window, LPARAM title)
{
    WCHAR text[200] = {0};
    GetWindowTextW(window, text, 200);
    if (!IsWindowVisible(window) || !wcsstr(text, (const WCHAR *)title))
        return TRUE;
    found = window;
    return FALSE;
}

int wmain(int count, WCHAR **words)
{
    for (size_t i = 0; count == 4 && i < sizeof MODES / sizeof *MODES; i++)
        if (wcscmp(words[1], MODES[i].name) == 0)
            mode = &MODES[i];
    if (!mode) {
        fprintf(stderr, "usage: sender MODE GAP TITLE\n");
        return 2;
    }
    gap = _wtoi(words[2]);
    EnumWindows(look_at, (LPARAM)words[3]);
    if (!found) {
        fprintf(stderr, "no window has such a title\n");
        return 1;
    }
    SetForegroundWindow(found);
    Sleep(150);
    GUITHREADINFO thread = {sizeof thread};
    GetGUIThreadInfo(GetWindowThreadProcessId(found, NULL), &thread);
    HWND focus = thread.hwndFocus ? thread.hwndFocus : found;

    for (const Keystroke *stroke = mode->keystrokes; stroke->key; stroke++) {
        if (stroke->text)
            replace(stroke, focus);
        else
            key(stroke->key);
        if (mode->bundling != SENTENCE)
            flush();
    }
    flush();
    Sleep(400);
    press(VK_RETURN);
    flush();
    return 0;
}
