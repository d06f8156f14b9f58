using System.Buffers;

namespace Lossary.Losses;

/// <summary>Keeps a formula's inputs where they are while it reads them.</summary>
internal unsafe struct FormulaPins
{
    private FormulaSlots<MemoryHandle> _handles;
    private int _count;

    /// <summary>Keeps one more; gives its address.</summary>
    public void* Add(MemoryHandle handle)
    {
        _handles[_count++] = handle;
        return handle.Pointer;
    }

    /// <summary>Lets all go.</summary>
    public void Release()
    {
        for (int i = 0; i < _count; i++)
        {
            _handles[i].Dispose();
        }

        _count = 0;
    }
}
