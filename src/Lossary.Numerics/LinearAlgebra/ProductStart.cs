using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// Starts a checked product: pins its memory, chooses the lane, and exchanges the factors' roles if asked to.
/// </summary>
internal static unsafe class ProductStart
{
    private const int Alignment = 64;

    public static void Run<T, TFinish>(
        in Matrix<T> left, in Matrix<T> right, in ProductOutput<T> output, Span<T> workspace, in ProductLayout layout,
        TFinish finish)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFinish : struct, IProductFinish<T>
    {
        fixed (T* a = left.Values, b = right.Values, bias = output.Bias, c = output.Values, spare = workspace)
        {
            nint misfit = (nint)spare % Alignment;
            T* memory = misfit == 0 ? spare : spare + ((Alignment - misfit) / Unsafe.SizeOf<T>());
            Operands<T> operands = default;
            operands.Left = a;
            operands.LeftRowStride = left.IsTransposed ? 1 : left.Stride;
            operands.LeftInnerStride = left.IsTransposed ? left.Stride : 1;
            operands.Right = b;
            operands.RightColumnStride = right.IsTransposed ? right.Stride : 1;
            operands.RightInnerStride = right.IsTransposed ? 1 : right.Stride;
            operands.Bias = bias;
            operands.Output = c;
            operands.OutputStride = output.Stride == 0 ? right.Columns : output.Stride;
            operands.Accumulate = output.Accumulate;
            operands.IsUpper = output.IsUpper;
            if (layout.IsSwapped)
            {
                Swapped(in operands, left.Rows, right.Columns, memory, in layout, finish);
            }
            else
            {
                Compute(in operands, memory, in layout, finish);
            }
        }
    }

    private static void Compute<T, TFinish>(
        in Operands<T> operands, T* memory, in ProductLayout layout, TFinish finish)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFinish : struct, IProductFinish<T>
    {
        if (Wide512<T>.IsAccelerated)
        {
            new ProductRun<Wide512<T>, T, TFinish>(in operands, memory, in layout, finish).Compute();
        }
        else if (Wide256<T>.IsAccelerated)
        {
            new ProductRun<Wide256<T>, T, TFinish>(in operands, memory, in layout, finish).Compute();
        }
        else
        {
            new ProductRun<Scalar<T>, T, TFinish>(in operands, memory, in layout, finish).Compute();
        }
    }

    /// <summary>
    /// outputᵀ = startᵀ + rightᵀ · leftᵀ, and back; one column without gaps is the same memory as one row.
    /// </summary>
    private static void Swapped<T, TFinish>(
        in Operands<T> operands, nint rows, nint columns, T* memory, in ProductLayout layout, TFinish finish)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFinish : struct, IProductFinish<T>
    {
        bool isInPlace = columns == 1 && operands.OutputStride == 1;
        Operands<T> swapped = operands.Swapped;
        if (!isInPlace)
        {
            swapped.Output = memory;
            swapped.OutputStride = rows;
        }

        if (operands.Accumulate && !isInPlace)
        {
            RowCopy.Cross(operands.Output, operands.OutputStride, memory, rows, rows, columns);
        }
        else if (operands.Bias != null)
        {
            for (nint column = 0; column < columns; column++)
            {
                new Span<T>(swapped.Output + (column * rows), (int)rows).Fill(operands.Bias[column]);
            }
        }

        swapped.Accumulate = operands.Accumulate || operands.Bias != null;
        Compute(in swapped, memory, in layout, default(NoFinish<T>));
        if (!isInPlace)
        {
            RowCopy.Cross(memory, rows, operands.Output, operands.OutputStride, columns, rows);
        }

        if (typeof(TFinish) != typeof(NoFinish<T>))
        {
            bool isWhole = operands.OutputStride == columns;
            nint runs = isWhole ? 1 : rows, length = isWhole ? rows * columns : columns;
            for (nint run = 0; run < runs; run++)
            {
                finish.Finish(new Span<T>(operands.Output + (run * operands.OutputStride), checked((int)length)));
            }
        }
    }
}

/// <summary>Where the factors and the sums of a product lie, and how far apart their numbers are.</summary>
internal unsafe struct Operands<T>
    where T : unmanaged
{
    public T* Left;
    public nint LeftRowStride;
    public nint LeftInnerStride;
    public T* Right;
    public nint RightColumnStride;
    public nint RightInnerStride;
    public T* Bias;
    public T* Output;
    public nint OutputStride;
    public bool Accumulate;
    public bool IsUpper;

    /// <summary>The factors with their roles exchanged; no bias, and all of the output.</summary>
    public readonly Operands<T> Swapped => new()
    {
        Left = Right,
        LeftRowStride = RightColumnStride,
        LeftInnerStride = RightInnerStride,
        Right = Left,
        RightColumnStride = LeftRowStride,
        RightInnerStride = LeftInnerStride,
        Output = Output,
        OutputStride = OutputStride,
        Accumulate = Accumulate,
    };
}
