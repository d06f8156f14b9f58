namespace Lossary.Numerics;

/// <summary>Images whose pixels a weight gradient sums over: where they lie, and where the sums go.</summary>
/// <remarks>Steps are numbers of elements. Images are padded already: every tap lies inside.</remarks>
internal unsafe struct WeightGradientRun<T> where T : unmanaged
{
    /// <summary>What the first tap of the first pixel reads, in the first image.</summary>
    public T* Input;
    public nint PixelInputStep;
    public nint RowInputStep;
    public nint ImageInputStep;

    /// <summary>The gradient of the first pixel; the others follow without gaps, image after image.</summary>
    public T* Upstream;
    public nint PixelUpstreamStep;

    public nint Images;
    public nint Height;
    public nint Width;

    public nint KernelHeight;
    public nint KernelWidth;

    /// <summary>Inputs of a tap: the channels of a group.</summary>
    public nint Inputs;
    public nint TapRowStep;
    public nint TapColumnStep;

    /// <summary>The sums: a row of outputs for each input of each tap.</summary>
    public T* Output;
    public nint OutputStride;
    public bool IsAccumulating;
}
