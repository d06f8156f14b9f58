namespace Lossary.Numerics;

/// <summary>Where everything lies for a weight gradient.</summary>
/// <remarks>
/// The images fall into a fixed number of parts, each with sums of its own, which are added in order at the end: the
/// bits do not depend on the number of threads. Where the window reaches into padding, a part copies its images into a
/// frame of zeros, a few at a time; where the channels do not fill whole lanes, it copies the gradients too.
/// </remarks>
internal unsafe struct WeightGradientPlan<T> where T : unmanaged
{
    /// <summary>Into how many parts a batch falls: four for each of two threads.</summary>
    private const int MostParts = 8;

    /// <summary>What the images of a block may take of a core's cache, in bytes.</summary>
    private const int BlockBytes = 384 << 10;

    public ConvolutionShape Shape;
    public T* Input;
    public T* Upstream;
    public T* Workspace;

    private WeightGradientPlan(in ConvolutionShape shape, int lane)
    {
        Shape = shape;
        Parts = Math.Min(MostParts, Math.Max(1, shape.Batch));
        Window window = shape.Window;
        IsFramed = window.PaddingHeight > 0 || window.PaddingWidth > 0;
        FrameHeight = IsFramed ? ((shape.OutputHeight - 1) * window.StrideHeight) + window.SpanHeight : shape.Height;
        FrameWidth = IsFramed ? ((shape.OutputWidth - 1) * window.StrideWidth) + window.SpanWidth : shape.Width;
        GroupStride = WeightPacking.Stride(shape.GroupOutputs, lane);
        IsRagged = GroupStride != shape.GroupOutputs;
        long numbers = ((long)shape.InputLength + shape.OutputLength) / Math.Max(1, shape.Batch);
        BlockImages = (int)Math.Clamp(
            BlockBytes / Math.Max(1, numbers * sizeof(T)), 1, Math.Max(1, (shape.Batch + Parts - 1) / Parts));
    }

    /// <summary>Parts in all.</summary>
    public int Parts { get; }

    /// <summary>Images that a part goes through at once.</summary>
    public int BlockImages { get; }

    /// <summary>True where images are copied into a frame of zeros.</summary>
    public bool IsFramed { get; }

    /// <summary>Rows of what the taps read.</summary>
    public int FrameHeight { get; }

    /// <summary>Columns of what the taps read.</summary>
    public int FrameWidth { get; }

    /// <summary>True where gradients are copied to whole lanes.</summary>
    public bool IsRagged { get; }

    /// <summary>Outputs of a group, filled up to whole lanes.</summary>
    public int GroupStride { get; }

    /// <summary>Numbers in a row of sums.</summary>
    public readonly int RowLength => Shape.Groups * GroupStride;

    /// <summary>Rows of sums: the inputs of all taps, and the bias.</summary>
    public readonly int SumRows => (Shape.Window.Taps * Shape.GroupInputs) + 1;

    /// <summary>Numbers in the sums of a part.</summary>
    public readonly int SumLength => checked(SumRows * RowLength);

    /// <summary>Numbers in the copies of a block's images.</summary>
    public readonly int FrameLength =>
        IsFramed ? checked(BlockImages * FrameHeight * FrameWidth * Shape.Inputs) : 0;

    /// <summary>Numbers in the copies of a block's gradients.</summary>
    public readonly int UpstreamLength =>
        IsRagged ? checked(BlockImages * Shape.OutputHeight * Shape.OutputWidth * RowLength) : 0;

    /// <summary>Numbers in all that a part writes.</summary>
    public readonly int PartLength => checked(SumLength + FrameLength + UpstreamLength);

    /// <summary>Plans a shape for lanes of some width.</summary>
    public static WeightGradientPlan<T> Of(in ConvolutionShape shape, int lane) => new(in shape, lane);

    /// <summary>The first image of a part; of one part more, the number of images.</summary>
    public readonly int FirstImage(int part) => (int)((long)Shape.Batch * part / Parts);

    /// <summary>The memory of a part: its sums, its images, its gradients.</summary>
    public readonly T* PartMemory(int part) => Workspace + ((nint)part * PartLength);
}
