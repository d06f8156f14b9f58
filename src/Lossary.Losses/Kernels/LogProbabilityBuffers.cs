namespace Lossary.Losses;

/// <summary>Where a sweep over rows of logits reads and writes. All of it pinned.</summary>
internal ref struct LogProbabilityBuffers<T>
    where T : unmanaged
{
    /// <summary>Shape [rows, classes].</summary>
    public ref T Logits;

    /// <summary>Shape [rows], or null.</summary>
    public ref int Targets;

    /// <summary>Shape [rows, classes], or null.</summary>
    public ref T Shares;

    /// <summary>Shape [classes], or null.</summary>
    public ref T ClassWeights;

    /// <summary>Shape [rows, classes].</summary>
    public ref T Gradient;

    /// <summary>The kernel's own, see there.</summary>
    public ref T Scratch;
}
