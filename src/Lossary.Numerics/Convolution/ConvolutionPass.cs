using System.Diagnostics;

namespace Lossary.Numerics;

/// <summary>
/// Images through a convolution, or gradients back through one: the parts are blocks of images, and of rows where
/// images are few.
/// </summary>
/// <remarks>Every output number is computed in one piece, so the parts leave no trace in the bits.</remarks>
internal readonly unsafe struct ConvolutionPass<TLane, T>(ConvolutionPlan<T> plan, int widest) : IJob
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
{
    /// <summary>
    /// How many pixels of a row go through the stack at once, where channels do not fill whole lanes.
    /// </summary>
    private const int RaggedPixels = 16;

    private readonly ConvolutionPlan<T> _plan = plan;
    private readonly int _widest = widest;

    /// <inheritdoc/>
    public void Run(int index)
    {
        int block = index / _plan.RowParts, rowPart = index % _plan.RowParts;
        int image = block * ConvolutionPlan<T>.PartImages;
        int images = Math.Min(ConvolutionPlan<T>.PartImages, _plan.Images - image);
        int rows = _plan.Rows.Positions;
        int firstRow = rowPart * _plan.PartRows, endRow = Math.Min(rows, firstRow + _plan.PartRows);
        int tileChannels = _widest * TLane.Width;
        T* ragged = stackalloc T[ConvolutionPlan<T>.PartImages * RaggedPixels * tileChannels];
        for (int group = 0; group < _plan.Groups; group++)
        {
            for (int channel = 0; channel < _plan.GroupOutputs; channel += tileChannels)
            {
                TileRun<T> run = _plan.Start(group, channel, image, images);
                int channels = Math.Min(tileChannels, _plan.GroupOutputs - channel);
                for (int row = firstRow; row < endRow; row++)
                {
                    Row(run, row, channels, ragged);
                }
            }
        }
    }

    /// <summary>A row of every image of the block, in runs of pixels with the same taps.</summary>
    private void Row(TileRun<T> run, int row, int channels, T* ragged)
    {
        TapRun rowTaps = _plan.Rows.At(row);
        TapAxis columns = _plan.Columns;
        for (int first = 0; first < columns.PositionStep; first++)
        {
            int column = first;
            while (column < columns.Positions)
            {
                TapRun columnTaps = columns.At(column);
                TileRun<T> pixels = _plan.At(run, row, column, rowTaps, columnTaps);
                if (channels % TLane.Width == 0)
                {
                    Tiles(pixels, channels / TLane.Width);
                }
                else
                {
                    Ragged(pixels, channels, ragged);
                }

                column += columnTaps.Length * columns.PositionStep;
            }
        }
    }

    /// <summary>Channels that do not fill whole lanes: computed beside the output, and copied.</summary>
    private static void Ragged(TileRun<T> run, int channels, T* beside)
    {
        int lanes = (channels + TLane.Width - 1) / TLane.Width, stride = lanes * TLane.Width;
        TileRun<T> part = run;
        part.Output = beside;
        part.PixelOutputStep = stride;
        for (nint pixel = 0; pixel < run.Pixels; pixel += RaggedPixels)
        {
            part.Pixels = Math.Min(RaggedPixels, run.Pixels - pixel);
            part.ImageOutputStep = part.Pixels * stride;
            part.Input = run.Input + (pixel * run.PixelInputStep);
            T* output = run.Output + (pixel * run.PixelOutputStep);
            if (run.IsAccumulating)
            {
                Copy(output, run.PixelOutputStep, run.ImageOutputStep, part, channels, isBack: false);
            }

            Tiles(part, lanes);
            Copy(output, run.PixelOutputStep, run.ImageOutputStep, part, channels, isBack: true);
        }
    }

    private static void Copy(T* output, nint pixelStep, nint imageStep, TileRun<T> part, int channels, bool isBack)
    {
        for (nint image = 0; image < part.Images; image++)
        {
            for (nint pixel = 0; pixel < part.Pixels; pixel++)
            {
                T* there = output + (image * imageStep) + (pixel * pixelStep);
                T* here = part.Output + (image * part.ImageOutputStep) + (pixel * part.PixelOutputStep);
                T* from = isBack ? here : there, to = isBack ? there : here;
                for (nint channel = 0; channel < channels; channel++)
                {
                    to[channel] = from[channel];
                }
            }
        }
    }

    private static void Tiles(TileRun<T> run, int lanes)
    {
        switch (lanes)
        {
            case 1:
                HotLoop.Run(new ConvolutionTiles<TLane, T, OneChannelLane> { Work = run });
                break;
            case 2:
                HotLoop.Run(new ConvolutionTiles<TLane, T, TwoChannelLanes> { Work = run });
                break;
            case 3:
                HotLoop.Run(new ConvolutionTiles<TLane, T, ThreeChannelLanes> { Work = run });
                break;
            default:
                Debug.Assert(lanes == FourChannelLanes.Count);
                HotLoop.Run(new ConvolutionTiles<TLane, T, FourChannelLanes> { Work = run });
                break;
        }
    }
}
