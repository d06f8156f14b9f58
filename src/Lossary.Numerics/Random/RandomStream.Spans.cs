namespace Lossary.Numerics;

/// <content>Whole spans at once, with the same numbers as element by element.</content>
public sealed partial class RandomStream
{
    /// <summary>Fills a span with uniform draws from [0, 1).</summary>
    /// <param name="destination">Receives the draws, <c>[n]</c>.</param>
    public void FillUniform(Span<float> destination)
    {
        foreach (ref float element in destination)
        {
            element = NextSingle();
        }
    }

    /// <inheritdoc cref="FillUniform(Span{float})"/>
    public void FillUniform(Span<double> destination)
    {
        foreach (ref double element in destination)
        {
            element = NextDouble();
        }
    }

    /// <summary>Fills a span with draws from the normal distribution of mean 0 and standard deviation 1.</summary>
    /// <param name="destination">Receives the draws, <c>[n]</c>.</param>
    public void FillNormal(Span<float> destination)
    {
        foreach (ref float element in destination)
        {
            element = (float)NextNormal();
        }
    }

    /// <inheritdoc cref="FillNormal(Span{float})"/>
    public void FillNormal(Span<double> destination)
    {
        foreach (ref double element in destination)
        {
            element = NextNormal();
        }
    }

    /// <summary>Puts the elements into random order, every order equally likely (Fisher and Yates).</summary>
    /// <param name="items">The elements, <c>[n]</c>, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}
