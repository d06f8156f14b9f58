using Lossary.Losses;

namespace Lossary.Repository.Tests;

/// <summary>No loss is forgotten.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<Type> Losses =>
    [
        .. typeof(LossCatalogue).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && typeof(IDocumentedLoss).IsAssignableFrom(type))
            .Select(Close),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_loss_with_a_card_is_in_the_catalogue(Type loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        LossCard? card = loss.GetProperty(nameof(IDocumentedLoss.Card))?.GetValue(null) as LossCard;
        Assert.Contains(LossCatalogue.All, entry => ReferenceEquals(entry.Card, card));
    }

    [Fact]
    public void A_name_means_one_loss()
    {
        IEnumerable<string> twice = LossCatalogue.All
            .SelectMany(entry => entry.Card.Aliases.Prepend(entry.Card.Key))
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(twice);
    }

    // Any type arguments will do: they vary how a loss is computed, not which one it is.
    private static Type Close(Type type) => !type.IsGenericTypeDefinition ? type : type.MakeGenericType(
    [
        .. type.GetGenericArguments().Select(argument => type.Assembly.GetTypes().First(candidate =>
            candidate is { IsValueType: true, IsGenericTypeDefinition: false }
            && argument.GetGenericParameterConstraints().All(constraint => constraint.IsAssignableFrom(candidate)))),
    ]);

    // In hundreds, so that adding a loss edits nothing there; the page that it links to counts them exactly.
    [Fact]
    public void The_readme_counts_the_hundreds_of_losses() => Assert.Contains(
        $"[The losses](docs/losses/README.md): over {(LossCatalogue.All.Count - 1) / 100 * 100}, ",
        Repository.ReadText("README.md"),
        StringComparison.Ordinal);
}
