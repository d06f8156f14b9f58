using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Draws the weights that training starts from.</summary>
internal static class InitialWeights
{
    /// <summary>Fills weights uniformly, as wide as signals need to keep their size.</summary>
    /// <param name="weights">Receives the numbers.</param>
    /// <param name="initialization">How wide.</param>
    /// <param name="inputs">How many numbers each output sums over.</param>
    /// <param name="outputs">How many numbers each input goes into.</param>
    /// <param name="random">Where chance comes from.</param>
    public static void Draw<T>(
        Span<T> weights, Initialization initialization, int inputs, int outputs, RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double bound = initialization switch
        {
            Initialization.He => Math.Sqrt(6.0 / inputs),
            Initialization.Small => Math.Sqrt(1.0 / inputs),
            _ => Math.Sqrt(6.0 / (inputs + outputs)),
        };
        foreach (ref T weight in weights)
        {
            weight = T.CreateTruncating(((2 * random.NextDouble()) - 1) * bound);
        }
    }
}
