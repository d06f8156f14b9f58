namespace Lossary.Numerics;

/// <summary>
/// The loop of a kernel, made to run by <see cref="HotLoop"/>: everything it calls must end up inside it.
/// </summary>
/// <remarks>
/// Implemented by <c>ref struct</c>s that hold the spans and the formula; each member they call is inlined or tiny.
/// </remarks>
public interface ILoop
{
    /// <summary>Runs the loop and returns its sum.</summary>
    double Run();
}
