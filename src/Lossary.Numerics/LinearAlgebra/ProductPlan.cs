namespace Lossary.Numerics;

/// <summary>How a matrix product is cut into tiles, blocks and slabs, and which factors are packed.</summary>
/// <remarks>
/// A panel is as many rows, or lanes of columns, as a tile; a block is some panels of both, worked on by one thread; a
/// slab is a run of inner indices for which packed panels stay in the caches. All of it depends on the sizes alone.
/// </remarks>
internal readonly struct ProductPlan
{
    /// <summary>Packed panels of rows have room for the tallest tile of any lane.</summary>
    public const int PackedRows = 8;

    /// <summary>Multiplications below which cutting and packing costs more than it saves.</summary>
    private const long LargeWork = 96 * 96 * 96;

    /// <summary>Multiplications below which waking a thread costs more than it saves, about 50 µs.</summary>
    private const long SharedWork = 160 * 160 * 160;

    private const int SlabLimit = 384;
    private const int RowPanelsOfBlock = 12;
    private const int ColumnPanelsOfBlock = 4;
    private const int FewestParts = 8;

    /// <summary>Plans a product.</summary>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="inner">Numbers in a sum.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="crossesRight">True where the right factor lies transposed in memory.</param>
    /// <param name="tile">What a tile may be on this machine.</param>
    public ProductPlan(int rows, int inner, int columns, bool crossesRight, TileLimits tile)
    {
        long work = (long)rows * inner * columns;
        bool isLarge = work > LargeWork;
        Width = tile.Width;
        Inner = inner;
        Rows = new EvenCut(rows, tile.Rows);
        int lanes = (int)(((uint)columns + (uint)tile.Width - 1) / (uint)tile.Width);
        Lanes = new EvenCut(lanes, tile.Lanes);
        Slabs = new EvenCut(inner, isLarge ? SlabLimit : int.MaxValue);
        PacksLeft = isLarge && Lanes.Count > 2;
        PacksRight = crossesRight || (isLarge && Rows.Count > 4);
        IsShared = IsWorthSharing(work);
        int rowPanels = RowPanelsOfBlock, columnPanels = ColumnPanelsOfBlock;
        if (IsShared)
        {
            while (Parts(rowPanels, columnPanels) < FewestParts && rowPanels > 2)
            {
                rowPanels = (rowPanels + 1) / 2;
                columnPanels = Math.Max(2, columnPanels - 1);
            }
        }

        RowBlocks = new EvenCut(Rows.Count, rowPanels);
        ColumnBlocks = new EvenCut(Lanes.Count, columnPanels);
        LastPanelColumns = Lanes.Count == 0 ? 0 : columns - (Lanes.Start(Lanes.Count - 1) * Width);
        LastPanelWidth = Lanes.Count == 0 ? 0 : Lanes.Size(Lanes.Count - 1) * Width;
    }

    /// <summary>Elements of a lane.</summary>
    public int Width { get; }

    public int Inner { get; }

    public EvenCut Rows { get; }

    public EvenCut Lanes { get; }

    public EvenCut Slabs { get; }

    public EvenCut RowBlocks { get; }

    public EvenCut ColumnBlocks { get; }

    public bool PacksLeft { get; }

    public bool PacksRight { get; }

    /// <summary>True where the work is worth several threads.</summary>
    public bool IsShared { get; }

    public int LastPanelColumns { get; }

    public int LastPanelWidth { get; }

    /// <summary>
    /// True where the columns do not fill whole lanes; then the last panel is worked on in memory of its own.
    /// </summary>
    public bool IsRagged => LastPanelColumns != LastPanelWidth;

    public long PackedLeftLength => PacksLeft ? (long)Rows.Count * PackedRows * Slabs.Largest : 0;

    public long PackedRightLength =>
        (PacksRight ? (long)Lanes.Start(Lanes.Count) * Width : IsRagged ? LastPanelWidth : 0) * Slabs.Largest;

    /// <summary>The last panel's sums and its bias.</summary>
    public long PaddedLength => IsRagged ? (Rows.Start(Rows.Count) + 1L) * LastPanelWidth : 0;

    /// <summary>True where so many multiplications are worth several threads.</summary>
    public static bool IsWorthSharing(long work) => work > SharedWork;

    private int Parts(int rowPanels, int columnPanels) =>
        new EvenCut(Rows.Count, rowPanels).Count * new EvenCut(Lanes.Count, columnPanels).Count;
}

/// <summary>What a tile may be: elements of a lane, rows, lanes side by side.</summary>
internal readonly record struct TileLimits(int Width, int Rows, int Lanes);
