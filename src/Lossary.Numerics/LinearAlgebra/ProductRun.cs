using System.Numerics;

namespace Lossary.Numerics;

/// <summary>One matrix product under way: where everything lies, and the steps that its plan asks for.</summary>
internal unsafe struct ProductRun<TLane, T, TFinish>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TFinish : struct, IProductFinish<T>
{
    private readonly ProductPlan _plan;
    private readonly Operands<T> _operands;
    private readonly T* _packedLeft;
    private readonly T* _packedRight;
    private readonly T* _padded;
    private readonly TFinish _finish;
    private int _slab;

    public ProductRun(in Operands<T> operands, T* memory, in ProductLayout layout, TFinish finish)
    {
        _plan = layout.Plan;
        _operands = operands;
        _packedLeft = memory + layout.PackedLeft;
        _packedRight = memory + layout.PackedRight;
        _padded = memory + layout.Padded;
        _finish = finish;
    }

    private readonly nint SlabLength => _plan.Slabs.Size(_slab);

    private readonly bool IsLastSlab => _slab >= _plan.Slabs.Count - 1;

    private readonly T* PaddedBias => _padded + ((nint)_plan.Rows.Start(_plan.Rows.Count) * _plan.LastPanelWidth);

    /// <summary>Computes the product.</summary>
    public void Compute()
    {
        if (_plan.IsRagged && _operands.Bias != null)
        {
            nint first = _plan.Lanes.Start(_plan.Lanes.Count - 1) * _plan.Width;
            new Span<T>(PaddedBias, _plan.LastPanelWidth).Clear();
            new ReadOnlySpan<T>(_operands.Bias + first, _plan.LastPanelColumns)
                .CopyTo(new Span<T>(PaddedBias, _plan.LastPanelWidth));
        }

        int blocks = _plan.RowBlocks.Count * _plan.ColumnBlocks.Count;
        int leftPanels = _plan.PacksLeft ? _plan.Rows.Count : 0;
        int rightPanels = _plan.PacksRight ? _plan.Lanes.Count : _plan.IsRagged ? 1 : 0;
        int slabs = Math.Max(1, _plan.Slabs.Count);
        for (_slab = 0; _slab < slabs; _slab++)
        {
            if (_plan.IsShared)
            {
                WorkerPool.Shared.Run(leftPanels + rightPanels, new PackPanel(ref this, leftPanels));
                WorkerPool.Shared.Run(blocks, new MultiplyBlock(ref this));
                continue;
            }

            for (int panel = 0; panel < leftPanels; panel++)
            {
                PackLeft(panel);
            }

            for (int panel = 0; panel < rightPanels; panel++)
            {
                PackRight(panel);
            }

            for (int block = 0; block < blocks; block++)
            {
                Multiply(block);
            }
        }
    }

    private readonly void PackLeft(int panel)
    {
        int first = _plan.Rows.Start(panel), rows = _plan.Rows.Start(_plan.Rows.Count) - first;
        T* from = _operands.Left + (first * _operands.LeftRowStride)
            + (_plan.Slabs.Start(_slab) * _operands.LeftInnerStride);
        // Rows of the next panel are read along where there are any: whole blocks are faster than remainders.
        PanelPacking.Pack(
            from, _operands.LeftRowStride, _operands.LeftInnerStride, Math.Min(rows, ProductPlan.PackedRows),
            SlabLength,
            _packedLeft + (panel * ProductPlan.PackedRows * SlabLength), ProductPlan.PackedRows);
    }

    private readonly void PackRight(int panel)
    {
        if (!_plan.PacksRight)
        {
            panel = _plan.Lanes.Count - 1;
        }

        int first = _plan.Lanes.Start(panel) * _plan.Width, width = _plan.Lanes.Size(panel) * _plan.Width;
        T* from = _operands.Right + (first * _operands.RightColumnStride)
            + (_plan.Slabs.Start(_slab) * _operands.RightInnerStride);
        int columns = panel == _plan.Lanes.Count - 1 ? _plan.LastPanelColumns : width;
        PanelPacking.Pack(
            from, _operands.RightColumnStride, _operands.RightInnerStride, columns, SlabLength, Packed(panel), width);
    }

    private readonly T* Packed(int panel) =>
        _packedRight + (_plan.PacksRight ? _plan.Lanes.Start(panel) * _plan.Width * SlabLength : 0);

    private readonly void Multiply(int block)
    {
        int rowBlock = block / _plan.ColumnBlocks.Count, columnBlock = block % _plan.ColumnBlocks.Count;
        int row = _plan.RowBlocks.Start(rowBlock), endRow = _plan.RowBlocks.Start(rowBlock + 1);
        int column = _plan.ColumnBlocks.Start(columnBlock), endColumn = _plan.ColumnBlocks.Start(columnBlock + 1);
        bool hasPadded = _plan.IsRagged && endColumn == _plan.Lanes.Count;
        int endWhole = hasPadded ? endColumn - 1 : endColumn;
        while (row < endRow)
        {
            int alike = Math.Min(_plan.Rows.Alike(row), endRow - row);
            for (int panel = FirstAskedFor(row, column, endWhole); panel < endWhole;)
            {
                int panels = Math.Min(_plan.Lanes.Alike(panel), endWhole - panel);
                MultiplyWhole(row, alike, panel, panels);
                panel += panels;
            }

            if (hasPadded)
            {
                MultiplyPadded(row, alike);
            }

            row += alike;
        }

        if (IsLastSlab && typeof(TFinish) != typeof(NoFinish<T>))
        {
            FinishBlock(
                _plan.Rows.Start(_plan.RowBlocks.Start(rowBlock)), _plan.Rows.Start(endRow),
                _plan.Lanes.Start(column) * _plan.Width,
                hasPadded ? ColumnsOf : _plan.Lanes.Start(endColumn) * _plan.Width);
        }
    }

    private readonly int ColumnsOf => (_plan.Lanes.Start(_plan.Lanes.Count - 1) * _plan.Width) + _plan.LastPanelColumns;

    /// <summary>The first panel that reaches beyond the diagonal, where only those are asked for.</summary>
    private readonly int FirstAskedFor(int rowPanel, int lanePanel, int endPanel)
    {
        while (_operands.IsUpper && lanePanel < endPanel
            && _plan.Lanes.Start(lanePanel + 1) * _plan.Width <= _plan.Rows.Start(rowPanel))
        {
            lanePanel++;
        }

        return lanePanel;
    }

    private readonly void MultiplyWhole(int rowPanel, int rowPanels, int lanePanel, int lanePanels)
    {
        int first = _plan.Lanes.Start(lanePanel) * _plan.Width, width = _plan.Lanes.Size(lanePanel) * _plan.Width;
        TileRectangle<T> tiles = Tiles(rowPanel, rowPanels);
        tiles.Output = _operands.Output + (_plan.Rows.Start(rowPanel) * _operands.OutputStride) + first;
        tiles.OutputStride = _operands.OutputStride;
        tiles.ColumnPanels = lanePanels;
        if (_plan.PacksRight)
        {
            tiles.Right = Packed(lanePanel);
            tiles.RightPanelStride = width * SlabLength;
            tiles.RightInnerStride = width;
        }
        else
        {
            tiles.Right = _operands.Right + first + (_plan.Slabs.Start(_slab) * _operands.RightInnerStride);
            tiles.RightPanelStride = width;
            tiles.RightInnerStride = _operands.RightInnerStride;
        }

        bool startsFromOutput = _operands.Accumulate || _slab > 0;
        tiles.Start = startsFromOutput ? tiles.Output : _operands.Bias == null ? null : _operands.Bias + first;
        tiles.StartStride = startsFromOutput ? _operands.OutputStride : 0;
        TileDispatch<TLane, T>.Run(&tiles, _plan.Rows.Size(rowPanel), _plan.Lanes.Size(lanePanel));
    }

    private readonly void MultiplyPadded(int rowPanel, int rowPanels)
    {
        int panel = _plan.Lanes.Count - 1, width = _plan.LastPanelWidth, columns = _plan.LastPanelColumns;
        int firstRow = _plan.Rows.Start(rowPanel), rows = _plan.Rows.Start(rowPanel + rowPanels) - firstRow;
        T* output = _operands.Output + (firstRow * _operands.OutputStride) + (_plan.Lanes.Start(panel) * _plan.Width);
        TileRectangle<T> tiles = Tiles(rowPanel, rowPanels);
        tiles.Output = _padded + ((nint)firstRow * width);
        tiles.OutputStride = width;
        tiles.ColumnPanels = 1;
        tiles.Right = Packed(panel);
        tiles.RightInnerStride = width;
        if (_operands.Accumulate && _slab == 0)
        {
            RowCopy.Copy(output, _operands.OutputStride, tiles.Output, width, rows, columns);
        }

        bool startsFromOutput = _operands.Accumulate || _slab > 0;
        tiles.Start = startsFromOutput ? tiles.Output : _operands.Bias == null ? null : PaddedBias;
        tiles.StartStride = startsFromOutput ? width : 0;
        TileDispatch<TLane, T>.Run(&tiles, _plan.Rows.Size(rowPanel), _plan.Lanes.Size(panel));
        if (IsLastSlab)
        {
            RowCopy.Copy(tiles.Output, width, output, _operands.OutputStride, rows, columns);
        }
    }

    private readonly TileRectangle<T> Tiles(int rowPanel, int rowPanels)
    {
        TileRectangle<T> tiles = default;
        tiles.RowPanels = rowPanels;
        tiles.Inner = SlabLength;
        if (_plan.PacksLeft)
        {
            tiles.LeftPanelStride = ProductPlan.PackedRows * SlabLength;
            tiles.Left = _packedLeft + (rowPanel * tiles.LeftPanelStride);
            tiles.LeftRowStride = 1;
            tiles.LeftInnerStride = ProductPlan.PackedRows;
        }
        else
        {
            tiles.Left = _operands.Left + (_plan.Rows.Start(rowPanel) * _operands.LeftRowStride)
                + (_plan.Slabs.Start(_slab) * _operands.LeftInnerStride);
            tiles.LeftPanelStride = _plan.Rows.Size(rowPanel) * _operands.LeftRowStride;
            tiles.LeftRowStride = _operands.LeftRowStride;
            tiles.LeftInnerStride = _operands.LeftInnerStride;
        }

        return tiles;
    }

    private readonly void FinishBlock(int row, int endRow, int column, int endColumn)
    {
        if (endColumn - column == _operands.OutputStride)
        {
            _finish.Finish(
                new Span<T>(_operands.Output + (row * _operands.OutputStride),
                checked((endRow - row) * (int)_operands.OutputStride)));
            return;
        }

        for (; row < endRow; row++)
        {
            _finish.Finish(new Span<T>(_operands.Output + (row * _operands.OutputStride) + column, endColumn - column));
        }
    }

    private readonly ref struct PackPanel(ref ProductRun<TLane, T, TFinish> run, int leftPanels) : IJob
    {
        private readonly ref ProductRun<TLane, T, TFinish> _run = ref run;

        public void Run(int index)
        {
            if (index < leftPanels)
            {
                _run.PackLeft(index);
            }
            else
            {
                _run.PackRight(index - leftPanels);
            }
        }
    }

    private readonly ref struct MultiplyBlock(ref ProductRun<TLane, T, TFinish> run) : IJob
    {
        private readonly ref ProductRun<TLane, T, TFinish> _run = ref run;

        public void Run(int index) => _run.Multiply(index);
    }
}
