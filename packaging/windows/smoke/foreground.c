/* foreground: prints the title of the window that Windows has in front. Wine and the window manager of the screen do
   not always agree about it. */
#include <windows.h>
#include <stdio.h>

int main(void)
{
    WCHAR title[200] = {0};
    char text[800];
    GetWindowTextW(GetForegroundWindow(), title, 200);
    WideCharToMultiByte(CP_UTF8, 0, title, -1, text, sizeof text, NULL, NULL);
    printf("%s", text);
    return 0;
}
