// Stands in for taphuan.exe beside taphuan-cli.exe: a program with windows that says its words line by line, hands on what
// it reads, says one thing as an error and ends with 37.
#include <windows.h>
#include <stdio.h>

static void say(DWORD stream, const WCHAR *text) {
    char line[4096];
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, line, sizeof line - 1, NULL, NULL) - 1;
    DWORD written;
    line[length] = '\n';
    WriteFile(GetStdHandle(stream), line, length + 1, &written, NULL);
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show) {
    int count;
    WCHAR **words = CommandLineToArgvW(GetCommandLineW(), &count);
    for (int i = 1; i < count; i++) say(STD_OUTPUT_HANDLE, words[i]);
    say(STD_ERROR_HANDLE, L"Đã báo lỗi");
    char part[4096];
    DWORD length, written;
    while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), part, sizeof part, &length, NULL) && length > 0)
        WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), part, length, &written, NULL);
    return 37;
}
