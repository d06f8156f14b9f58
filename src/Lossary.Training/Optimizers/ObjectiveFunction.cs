namespace Lossary.Training;

/// <summary>What an optimizer that tries several places in a step asks for.</summary>
/// <param name="parameters">Where, <c>[n]</c>.</param>
/// <param name="gradient">Receives the gradient there, <c>[n]</c>.</param>
/// <returns>The objective's value there.</returns>
/// <typeparam name="T">float, or double for checks.</typeparam>
public delegate double ObjectiveFunction<T>(ReadOnlySpan<T> parameters, Span<T> gradient)
    where T : unmanaged;
