namespace Lossary.Numerics;

/// <summary>What a pooling does with a row of positions: a constant for the JIT.</summary>
internal interface IPoolKind
{
    /// <summary>True where it writes to the gradient of the image.</summary>
    static abstract bool IsBackward { get; }

    static abstract void Run<TLane, T>(PoolRow<T> row)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged;
}

/// <summary>The largest number.</summary>
internal readonly struct Maximum : IPoolKind
{
    public static bool IsBackward => false;

    public static void Run<TLane, T>(PoolRow<T> row)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => HotLoop.Run(new MaximumLoop<TLane, T> { Work = row });
}

/// <summary>The gradient of the largest number.</summary>
internal readonly struct MaximumGradient : IPoolKind
{
    public static bool IsBackward => true;

    public static unsafe void Run<TLane, T>(PoolRow<T> row)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        if (HotLoop.Run(new MaximumGradientLoop<TLane, T> { Work = row }) == 0)
        {
            return;
        }

        // Where the largest is NaN, PyTorch's choice: the last NaN that the position reads.
        for (int position = 0; position < row.Columns.Positions; position++)
        {
            row.Columns.At(position, out int first, out int count, out _);
            for (nint channel = 0; channel < row.Channels; channel++)
            {
                nint output = (position * row.Channels) + channel;
                if (IsNaN<TLane, T>(row.Output + output))
                {
                    T* last = LastNaN<TLane, T>(row, first, count, channel);
                    *last = TLane.Sum(One<TLane, T>(last) + One<TLane, T>(row.Upstream + output));
                }
            }
        }
    }

    private static unsafe T* LastNaN<TLane, T>(PoolRow<T> row, int first, int count, nint channel)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        nint found = 0;
        for (int y = 0; y < row.RowCount; y++)
        {
            for (int x = 0; x < count; x++)
            {
                nint pixel = ((row.FirstRow + (y * row.RowStep)) * row.Width) + first + (x * row.Columns.Step);
                nint at = (pixel * row.Channels) + channel;
                found = IsNaN<TLane, T>(row.Image + at) ? at : found;
            }
        }

        return row.ImageGradient + found;
    }

    private static unsafe TLane One<TLane, T>(T* at)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => TLane.LoadFirst(in *at, 0, 1, default);

    private static unsafe bool IsNaN<TLane, T>(T* at)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => double.IsNaN(TLane.SumOfFirst(One<TLane, T>(at), 1));
}

/// <summary>The mean.</summary>
internal readonly struct Average : IPoolKind
{
    public static bool IsBackward => false;

    public static void Run<TLane, T>(PoolRow<T> row)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => HotLoop.Run(new AverageLoop<TLane, T> { Work = row });
}

/// <summary>The gradient of the mean.</summary>
internal readonly struct AverageGradient : IPoolKind
{
    public static bool IsBackward => true;

    public static void Run<TLane, T>(PoolRow<T> row)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged => HotLoop.Run(new AverageGradientLoop<TLane, T> { Work = row });
}
