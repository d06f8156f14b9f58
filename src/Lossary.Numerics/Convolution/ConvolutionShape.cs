namespace Lossary.Numerics;

/// <summary>The extents of a convolution over images in the order batch, height, width, channels.</summary>
/// <remarks>
/// Weights lie as <c>[kernel height, kernel width, inputs / groups, outputs]</c>. With groups, the channels fall into
/// as many consecutive parts on both sides, and a part of the outputs sees its part of the inputs alone.
/// </remarks>
public readonly record struct ConvolutionShape
{
    /// <summary>Puts the extents together and checks that they fit.</summary>
    /// <param name="batch">How many images; not negative.</param>
    /// <param name="height">Rows of an image; positive.</param>
    /// <param name="width">Columns of an image; positive.</param>
    /// <param name="inputs">Channels of an image; positive, a multiple of the groups.</param>
    /// <param name="outputs">Channels that come out; positive, a multiple of the groups.</param>
    /// <param name="window">What is moved over the images.</param>
    /// <param name="groups">In how many parts the channels fall; positive.</param>
    /// <exception cref="ArgumentException">The window does not fit the image, or the groups the channels.</exception>
    public ConvolutionShape(
        int batch, int height, int width, int inputs, int outputs, Window window, int groups = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        window.Check(nameof(window));
        if (inputs % groups != 0 || outputs % groups != 0)
        {
            throw new ArgumentException(
                $"{inputs} input channels and {outputs} output channels do not fall into {groups} groups.",
                nameof(groups));
        }

        Batch = batch;
        Height = height;
        Width = width;
        Inputs = inputs;
        Outputs = outputs;
        Window = window;
        Groups = groups;
        OutputHeight = Positions(height, window.PaddingHeight, window.SpanHeight, window.StrideHeight);
        OutputWidth = Positions(width, window.PaddingWidth, window.SpanWidth, window.StrideWidth);
        if (OutputHeight < 1 || OutputWidth < 1)
        {
            throw new ArgumentException(
                $"The window {window} covers {window.SpanHeight}x{window.SpanWidth} pixels, " +
                $"but the padded image has only {height + (2 * window.PaddingHeight)}x" +
                $"{width + (2 * window.PaddingWidth)}.",
                nameof(window));
        }

        InputLength = checked(batch * height * width * inputs);
        OutputLength = checked(batch * OutputHeight * OutputWidth * outputs);
        WeightLength = checked(window.Taps * (inputs / groups) * outputs);
    }

    /// <summary>How many images.</summary>
    public int Batch { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>Channels of an image.</summary>
    public int Inputs { get; }

    /// <summary>Channels that come out.</summary>
    public int Outputs { get; }

    /// <summary>What is moved over the images.</summary>
    public Window Window { get; }

    /// <summary>In how many parts the channels fall.</summary>
    public int Groups { get; }

    /// <summary>Rows that come out.</summary>
    public int OutputHeight { get; }

    /// <summary>Columns that come out.</summary>
    public int OutputWidth { get; }

    /// <summary>Numbers in the images, <c>[batch, height, width, inputs]</c>.</summary>
    public int InputLength { get; }

    /// <summary>Numbers that come out, <c>[batch, output height, output width, outputs]</c>.</summary>
    public int OutputLength { get; }

    /// <summary>Numbers in the weights, <c>[kernel height, kernel width, inputs / groups, outputs]</c>.</summary>
    public int WeightLength { get; }

    internal int GroupInputs => Inputs / Groups;

    internal int GroupOutputs => Outputs / Groups;

    /// <summary>Multiplications and additions of one pass.</summary>
    internal double Operations => 2.0 * OutputLength * Window.Taps * GroupInputs;

    private static int Positions(int length, int padding, int span, int stride)
    {
        int room = checked(length + (2 * padding)) - span;
        return room < 0 ? 0 : (room / stride) + 1;
    }
}
