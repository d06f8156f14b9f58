namespace Lossary.Numerics;

/// <summary>Where everything lies for a pass through a convolution, forward or backward.</summary>
/// <remarks>
/// "Input" is what the pass reads and "output" what it writes: backward, gradients of output and input.
/// </remarks>
internal unsafe struct ConvolutionPlan<T> where T : unmanaged
{
    /// <summary>Images of a part: any number of pixels of so many images fills whole tiles.</summary>
    public const int PartImages = 6;

    /// <summary>With fewer blocks of images, rows are parted too.</summary>
    private const int FewestParts = 16;

    public TapAxis Rows;
    public TapAxis Columns;
    public int Images;
    public int Groups;
    public int KernelHeight;
    public int KernelWidth;

    public T* Input;
    public int InputHeight;
    public int InputWidth;
    public int GroupInputs;

    public T* Output;
    public int GroupOutputs;

    /// <summary>As <c>[groups][kernel height][kernel width][group inputs]</c> rows of weights.</summary>
    public T* Weights;
    public int WeightStride;
    public int GroupWeightStep;

    /// <summary>Null without bias.</summary>
    public T* Bias;
    public int GroupBiasStep;
    public bool IsAccumulating;
    public T Floor;

    /// <summary>How many parts the rows of an image fall into.</summary>
    public int RowParts { get; private set; }

    /// <summary>Rows of a part.</summary>
    public int PartRows { get; private set; }

    /// <summary>Parts in all, once <see cref="Divide"/> was called.</summary>
    public int Parts { get; private set; }

    /// <summary>Cuts the work into parts, by its size alone.</summary>
    public void Divide()
    {
        int blocks = (Images + PartImages - 1) / PartImages;
        int wanted = blocks == 0 ? 1 : Math.Clamp((FewestParts + blocks - 1) / blocks, 1, Rows.Positions);
        PartRows = (Rows.Positions + wanted - 1) / wanted;
        RowParts = (Rows.Positions + PartRows - 1) / PartRows;
        Parts = blocks * RowParts;
    }

    /// <summary>What all pixels of a block of images have in common, for a tile's channels.</summary>
    public readonly TileRun<T> Start(int group, int channel, int image, int images)
    {
        nint inputs = Groups * GroupInputs, outputs = Groups * GroupOutputs;
        nint imageInputs = InputHeight * (nint)InputWidth * inputs;
        nint imageOutputs = Rows.Positions * (nint)Columns.Positions * outputs;
        TileRun<T> run = default;
        run.Input = Input + (image * imageInputs) + (group * GroupInputs);
        run.Output = Output + (image * imageOutputs) + (group * GroupOutputs) + channel;
        run.Weights = Weights + ((nint)group * GroupWeightStep) + channel;
        run.Start = IsAccumulating ? Output : Bias == null ? null : Bias + (group * GroupBiasStep) + channel;
        run.PixelInputStep = Columns.PlaceShift * inputs;
        run.PixelOutputStep = Columns.PositionStep * outputs;
        run.ImageInputStep = imageInputs;
        run.ImageOutputStep = imageOutputs;
        run.Images = images;
        run.WeightStride = WeightStride;
        run.RowInputStep = Rows.PlaceStep * InputWidth * inputs;
        run.RowWeightStep = (nint)Rows.TapStep * KernelWidth * GroupInputs * WeightStride;
        run.RunInputStep = Columns.PlaceStep * inputs;
        run.RunWeightStep = (nint)Columns.TapStep * GroupInputs * WeightStride;
        run.IsAccumulating = IsAccumulating;
        run.Floor = Floor;
        return run;
    }

    /// <summary>The run of pixels that starts at a row and a column.</summary>
    public readonly TileRun<T> At(TileRun<T> start, int row, int column, TapRun rowTaps, TapRun columnTaps)
    {
        nint inputs = Groups * GroupInputs, outputs = Groups * GroupOutputs;
        TileRun<T> run = start;
        run.Input += ((rowTaps.Place * (nint)InputWidth) + columnTaps.Place) * inputs;
        run.Output += ((row * (nint)Columns.Positions) + column) * outputs;
        run.Weights += ((rowTaps.Tap * KernelWidth) + columnTaps.Tap) * (nint)GroupInputs * WeightStride;
        run.Pixels = columnTaps.Length;
        run.Rows = rowTaps.Count;
        run.Runs = columnTaps.Count;
        run.RunLength = GroupInputs;
        if (Groups == 1 && Columns is { PlaceStep: 1, TapStep: 1 } && columnTaps.Count > 0)
        {
            // Neighbouring taps read neighbouring pixels: one run.
            run.Runs = 1;
            run.RunLength = columnTaps.Count * GroupInputs;
        }

        return run;
    }
}
