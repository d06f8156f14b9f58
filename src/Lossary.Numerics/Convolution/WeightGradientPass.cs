using System.Diagnostics;

namespace Lossary.Numerics;

/// <summary>The weight gradient of each part of a batch, into sums of its own.</summary>
internal readonly unsafe struct WeightGradientPass<TLane, T>(WeightGradientPlan<T> plan, int widest) : IJob
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    private readonly WeightGradientPlan<T> _plan = plan;
    private readonly int _widest = widest;

    /// <inheritdoc/>
    public void Run(int index)
    {
        T* sums = _plan.PartMemory(index);
        T* frame = sums + _plan.SumLength;
        T* lanes = frame + _plan.FrameLength;
        Clear(frame, _plan.FrameLength);
        int first = _plan.FirstImage(index), end = _plan.FirstImage(index + 1);
        if (first == end)
        {
            Clear(sums, _plan.SumLength);
            return;
        }

        for (int image = first; image < end; image += _plan.BlockImages)
        {
            int images = Math.Min(_plan.BlockImages, end - image);
            Block(image, images, sums, frame, lanes, isFirst: image == first);
        }
    }

    private void Block(int image, int images, T* sums, T* frame, T* lanes, bool isFirst)
    {
        ConvolutionShape shape = _plan.Shape;
        nint pixels = shape.OutputHeight * (nint)shape.OutputWidth;
        T* input = _plan.Input + (image * (nint)shape.Height * shape.Width * shape.Inputs);
        T* upstream = _plan.Upstream + (image * pixels * shape.Outputs);
        if (_plan.IsFramed)
        {
            Frame(input, images, frame);
            input = frame;
        }

        if (_plan.IsRagged)
        {
            Fill(upstream, images * pixels, lanes);
            upstream = lanes;
        }

        WeightGradientRun<T> run = Start(input, upstream, images, isFirst);
        int tileChannels = _widest * TLane.Width;
        for (int group = 0; group < shape.Groups; group++)
        {
            for (int channel = 0; channel < _plan.GroupStride; channel += tileChannels)
            {
                int column = (group * _plan.GroupStride) + channel;
                WeightGradientRun<T> tile = run;
                tile.Input += group * shape.GroupInputs;
                tile.Upstream += column;
                tile.Output = sums + column;
                Tiles(tile, Math.Min(_widest, (_plan.GroupStride - channel) / TLane.Width));
            }
        }

        ChannelTotals<TLane, T> totals = default;
        totals.Values = upstream;
        totals.Pixels = images * pixels;
        totals.Channels = _plan.RowLength;
        totals.Output = sums + ((nint)(_plan.SumRows - 1) * _plan.RowLength);
        totals.IsAccumulating = !isFirst;
        HotLoop.Run(totals);
    }

    private WeightGradientRun<T> Start(T* input, T* upstream, int images, bool isFirst)
    {
        ConvolutionShape shape = _plan.Shape;
        Window window = shape.Window;
        nint row = _plan.FrameWidth * (nint)shape.Inputs;
        WeightGradientRun<T> run = default;
        run.Input = input;
        run.PixelInputStep = window.StrideWidth * (nint)shape.Inputs;
        run.RowInputStep = window.StrideHeight * row;
        run.ImageInputStep = _plan.FrameHeight * row;
        run.Upstream = upstream;
        run.PixelUpstreamStep = _plan.RowLength;
        run.Images = images;
        run.Height = shape.OutputHeight;
        run.Width = shape.OutputWidth;
        run.KernelHeight = window.Height;
        run.KernelWidth = window.Width;
        run.Inputs = shape.GroupInputs;
        run.TapRowStep = window.DilationHeight * row;
        run.TapColumnStep = window.DilationWidth * (nint)shape.Inputs;
        run.OutputStride = _plan.RowLength;
        run.IsAccumulating = !isFirst;
        return run;
    }

    /// <summary>Copies images into the middle of frames, whose borders stay 0.</summary>
    private void Frame(T* input, int images, T* frame)
    {
        ConvolutionShape shape = _plan.Shape;
        Window window = shape.Window;
        int rows = Math.Min(shape.Height, _plan.FrameHeight - window.PaddingHeight);
        int columns = Math.Min(shape.Width, _plan.FrameWidth - window.PaddingWidth);
        if (columns <= 0)
        {
            return;
        }

        nint length = columns * (nint)shape.Inputs;
        for (nint image = 0; image < images; image++)
        {
            for (nint row = 0; row < rows; row++)
            {
                T* from = input + (((image * shape.Height) + row) * shape.Width * shape.Inputs);
                nint pixel = ((((image * _plan.FrameHeight) + row + window.PaddingHeight) * _plan.FrameWidth)
                    + window.PaddingWidth);
                new ReadOnlySpan<T>(from, (int)length).CopyTo(
                    new Span<T>(frame + (pixel * shape.Inputs), (int)length));
            }
        }
    }

    /// <summary>Copies gradients so that each group's channels fill whole lanes; behind them stand zeros.</summary>
    private void Fill(T* upstream, nint pixels, T* lanes)
    {
        int channels = _plan.Shape.GroupOutputs, stride = _plan.GroupStride;
        for (nint part = 0; part < pixels * _plan.Shape.Groups; part++)
        {
            for (nint channel = 0; channel < stride; channel++)
            {
                lanes[(part * stride) + channel] =
                    channel < channels ? upstream[(part * channels) + channel] : default;
            }
        }
    }

    private static void Clear(T* memory, int length) => new Span<T>(memory, length).Clear();

    private static void Tiles(WeightGradientRun<T> run, int lanes)
    {
        switch (lanes)
        {
            case 1:
                HotLoop.Run(new WeightGradientTiles<TLane, T, OneChannelLane> { Work = run });
                break;
            case 2:
                HotLoop.Run(new WeightGradientTiles<TLane, T, TwoChannelLanes> { Work = run });
                break;
            case 3:
                HotLoop.Run(new WeightGradientTiles<TLane, T, ThreeChannelLanes> { Work = run });
                break;
            default:
                Debug.Assert(lanes == FourChannelLanes.Count);
                HotLoop.Run(new WeightGradientTiles<TLane, T, FourChannelLanes> { Work = run });
                break;
        }
    }
}
