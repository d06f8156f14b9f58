using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>A product's plan on this machine, and how the workspace is divided up.</summary>
internal readonly struct ProductLayout
{
    private const int Alignment = 64;

    private ProductLayout(in ProductPlan plan, bool isSwapped, long swappedLength, int line)
    {
        Plan = plan;
        IsSwapped = isSwapped;
        PackedLeft = RoundUp(swappedLength, line);
        PackedRight = PackedLeft + RoundUp(plan.PackedLeftLength, line);
        Padded = PackedRight + RoundUp(plan.PackedRightLength, line);
        long end = Padded + RoundUp(plan.PaddedLength, line);
        WorkspaceLength = end == 0 ? 0 : end + line;
    }

    public ProductPlan Plan { get; }

    /// <summary>
    /// True where outputᵀ = rightᵀ · leftᵀ is computed instead: a few columns leave most of a lane empty, and rows that
    /// lie side by side fill it.
    /// </summary>
    public bool IsSwapped { get; }

    /// <summary>Where packed panels of the left factor start; the crossed output lies before them.</summary>
    public long PackedLeft { get; }

    public long PackedRight { get; }

    public long Padded { get; }

    public long WorkspaceLength { get; }

    public static ProductLayout Of<T>(int rows, int inner, int columns, bool crossesLeft, bool crossesRight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TileLimits tile = Wide512<T>.IsAccelerated ? TileDispatch<Wide512<T>, T>.Limits
            : Wide256<T>.IsAccelerated ? TileDispatch<Wide256<T>, T>.Limits
            : TileDispatch<Scalar<T>, T>.Limits;
        int line = Alignment / Unsafe.SizeOf<T>();
        if (crossesLeft && columns <= tile.Width && rows > columns)
        {
            ProductPlan swapped = new(columns, inner, rows, crossesRight: false, tile);
            return new(in swapped, isSwapped: true, columns == 1 ? 0 : (long)rows * columns, line);
        }

        ProductPlan plan = new(rows, inner, columns, crossesRight, tile);
        return new(in plan, isSwapped: false, 0, line);
    }

    private static long RoundUp(long length, int line) => (length + line - 1) / line * line;
}
