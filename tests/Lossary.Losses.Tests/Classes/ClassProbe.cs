using System.Runtime.CompilerServices;

namespace Lossary.Losses.Tests;

/// <summary>Calls the overload of a facade that a type parameter names.</summary>
internal static class ClassProbe
{
    /// <summary>Evaluates in T.</summary>
    public static Totals Evaluate<T>(IClassLoss loss, in ClassBatch<T> batch)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? loss.Evaluate(in Unsafe.As<ClassBatch<T>, ClassBatch<float>>(ref Unsafe.AsRef(in batch)))
            : loss.Evaluate(in Unsafe.As<ClassBatch<T>, ClassBatch<double>>(ref Unsafe.AsRef(in batch)));

    /// <summary>A loss of the catalogue that takes rows of scores.</summary>
    public static IClassLoss Create(string text) => Assert.IsAssignableFrom<IClassLoss>(LossCatalogue.Create(text));
}
