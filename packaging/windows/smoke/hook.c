/* hook: sits in Windows' keyboard as UniKey does, until it is ended. Keys that somebody really presses pass through
   it: those of keystrokes.h that change what was typed are swallowed, and the letters they stand for are sent from
   inside the hook. Enter begins the sentence anew. */
#include "keystrokes.h"

static const Keystroke *next = COMPOSED;
static WORD swallowed;

static void replace(const Keystroke *stroke)
{
    INPUT queue[64];
    int length = 0;
    for (int i = 0; i < stroke->backspaces; i++) {
        length = put(queue, length, VK_BACK, 0x0e, 0);
        length = put(queue, length, VK_BACK, 0x0e, KEYEVENTF_KEYUP);
    }
    for (const WCHAR *letter = stroke->text; *letter; letter++) {
        length = put(queue, length, 0, *letter, KEYEVENTF_UNICODE);
        length = put(queue, length, 0, *letter, KEYEVENTF_UNICODE | KEYEVENTF_KEYUP);
    }
    SendInput(length, queue, sizeof(INPUT));
}

static LRESULT CALLBACK pressed(int code, WPARAM message, LPARAM about)
{
    const KBDLLHOOKSTRUCT *event = (const KBDLLHOOKSTRUCT *)about;
    if (code != HC_ACTION || event->dwExtraInfo == OURS)
        return CallNextHookEx(NULL, code, message, about);
    WORD key = (WORD)event->vkCode;
    if (message == WM_KEYUP && swallowed && key == swallowed) {
        swallowed = 0;
        return 1;
    }
    if (message == WM_KEYDOWN && key == VK_RETURN) {
        next = COMPOSED;
    } else if (message == WM_KEYDOWN && next->key && key == (VkKeyScanW(next->key) & 0xff)) {
        const Keystroke *stroke = next++;
        if (stroke->text) {
            replace(stroke);
            swallowed = key;
            return 1;
        }
    }
    return CallNextHookEx(NULL, code, message, about);
}

int WINAPI WinMain(HINSTANCE module, HINSTANCE none, LPSTR line, int show)
{
    if (!SetWindowsHookExW(WH_KEYBOARD_LL, pressed, module, 0))
        return 1;
    MSG message;
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}
