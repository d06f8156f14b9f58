namespace Lossary.Numerics;

/// <summary>Pixels that sum over the same taps: where they lie, and where their taps read.</summary>
/// <remarks>
/// Steps are numbers of elements. A tap's inputs are a run of neighbours; so are those of taps side by side.
/// </remarks>
internal unsafe struct TileRun<T> where T : unmanaged
{
    /// <summary>What the first tap of the first pixel reads, in the first image.</summary>
    public T* Input;
    public nint PixelInputStep;
    public nint ImageInputStep;

    /// <summary>The first pixel, in the first image.</summary>
    public T* Output;
    public nint PixelOutputStep;
    public nint ImageOutputStep;
    public nint Pixels;
    public nint Images;

    /// <summary>The weights of the first tap's first input, for the channels of the tile.</summary>
    public T* Weights;

    /// <summary>From an input's weights to the next input's.</summary>
    public nint WeightStride;

    /// <summary>Rows of the kernel.</summary>
    public nint Rows;
    public nint RowInputStep;
    public nint RowWeightStep;

    /// <summary>Runs in a row of the kernel.</summary>
    public nint Runs;
    public nint RunInputStep;
    public nint RunWeightStep;
    public nint RunLength;

    /// <summary>The bias of the tile's channels; the output to add to it; null to start from 0.</summary>
    public T* Start;
    public bool IsAccumulating;

    /// <summary>The least number that comes out: 0 for ReLU, −∞ for everything.</summary>
    public T Floor;
}
