namespace Lossary.Numerics;

/// <summary>Images through a pooling, a few in each part.</summary>
internal readonly unsafe struct PoolPass<TLane, T, TKind>(
    PoolingShape shape, T* image, T* output, T* upstream, T* imageGradient, bool accumulate) : IJob
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TKind : struct, IPoolKind
{
    /// <summary>Numbers of images in a part, about.</summary>
    private const int PartLength = 1 << 15;

    private readonly PoolingShape _shape = shape;
    private readonly T* _image = image;
    private readonly T* _output = output;
    private readonly T* _upstream = upstream;
    private readonly T* _imageGradient = imageGradient;
    private readonly bool _accumulate = accumulate;

    /// <summary>How many parts there are.</summary>
    public int Parts => (_shape.Batch + PartImages - 1) / PartImages;

    private nint ImageLength => (nint)_shape.Height * _shape.Width * _shape.Channels;

    private int PartImages => (int)Math.Max(1, PartLength / ImageLength);

    /// <inheritdoc/>
    public void Run(int index)
    {
        int end = Math.Min(_shape.Batch, (index + 1) * PartImages);
        for (int image = index * PartImages; image < end; image++)
        {
            Image(image);
        }
    }

    private void Image(nint image)
    {
        bool isTiling = _shape.Rows.IsTiling && _shape.Columns.IsTiling;
        bool isDisjoint = _shape.Rows.IsDisjoint && _shape.Columns.IsDisjoint;
        nint row = (nint)_shape.OutputWidth * _shape.Channels;
        PoolRow<T> work = default;
        work.Columns = _shape.Columns;
        work.Channels = _shape.Channels;
        work.Image = _image + (image * ImageLength);
        work.Width = _shape.Width;
        work.RowStep = _shape.Rows.Step;
        work.IsAdding = _accumulate || !isDisjoint;
        work.Output = _output + (image * _shape.OutputHeight * row);
        work.Upstream = _upstream + (image * _shape.OutputHeight * row);
        if (TKind.IsBackward)
        {
            work.ImageGradient = _imageGradient + (image * ImageLength);
            if (!_accumulate && !isTiling)
            {
                new Span<T>(work.ImageGradient, (int)ImageLength).Clear();
            }
        }

        for (int position = 0; position < _shape.OutputHeight; position++)
        {
            _shape.Rows.At(position, out work.FirstRow, out work.RowCount, out work.RowDivisor);
            TKind.Run<TLane, T>(work);
            work.Output += row;
            work.Upstream += row;
        }
    }
}
