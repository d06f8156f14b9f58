using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Adds the parts' sums in the parts' order, without the columns that only fill lanes.</summary>
internal unsafe struct PartTotals<TLane, T> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    public T* Sums;
    public nint Parts;
    public nint PartStep;

    /// <summary>Rows of columns, as they lie in the sums and in the output.</summary>
    public nint Rows;
    public nint SumStride;
    public nint Columns;
    public T* Output;
    public bool IsAccumulating;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        for (nint row = 0; row < Rows; row++)
        {
            T* sums = Sums + (row * SumStride), output = Output + (row * Columns);
            nint column = 0;
            for (; column <= Columns - TLane.Width; column += TLane.Width)
            {
                TLane sum = IsAccumulating ? TLane.Load(in *output, column) : default;
                for (nint part = 0; part < Parts; part++)
                {
                    sum += TLane.Load(in *sums, (part * PartStep) + column);
                }

                TLane.Store(sum, ref *output, column);
            }

            int left = (int)(Columns - column);
            if (left > 0)
            {
                TLane sum = IsAccumulating ? TLane.LoadFirst(in *output, column, left, default) : default;
                for (nint part = 0; part < Parts; part++)
                {
                    sum += TLane.LoadFirst(in *sums, (part * PartStep) + column, left, default);
                }

                TLane.StoreFirst(sum, ref *output, column, left);
            }
        }

        return 0;
    }
}
