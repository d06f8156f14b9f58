using Lossary.Losses;

namespace Lossary.Conformance;

/// <summary>Losses as a user of the library asks for them: by their keys.</summary>
internal static class Library
{
    /// <summary>A loss of one prediction and one target.</summary>
    /// <param name="key">Its key in the catalogue.</param>
    /// <param name="parameters">Its parameters, in the card's order.</param>
    public static ISampleLoss Sample(string key, params double[] parameters) =>
        (ISampleLoss)LossCatalogue.Find(key).Create(parameters);

    /// <summary>A loss of a row of scores.</summary>
    /// <param name="key">Its key in the catalogue.</param>
    /// <param name="parameters">Its parameters, in the card's order.</param>
    public static IClassLoss OfClasses(string key, params double[] parameters) =>
        (IClassLoss)LossCatalogue.Find(key).Create(parameters);
}
