/* For trying the program under Wine 8 only, NEVER to be handed out: bcryptprimitives.dll as Windows 10 has it and this
   Wine has not. Rust's standard library asks it for random numbers; without it every program of Rust ends at once and
   without a word. */
#include <windows.h>

/* RtlGenRandom, under the name by which advapi32 has it. */
BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    const SIZE_T most = 0x40000000;
    while (length > 0) {
        ULONG part = (ULONG)(length < most ? length : most);
        if (!SystemFunction036(bytes, part))
            return FALSE;
        bytes += part;
        length -= part;
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
