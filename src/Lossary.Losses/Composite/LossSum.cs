using System.Globalization;

namespace Lossary.Losses;

/// <summary>Several losses of one kind, each with its weight: what is told of the sum follows from them.</summary>
internal sealed class LossSum
{
    /// <summary>The card's key of every sum.</summary>
    public const string Key = "weighted-sum";

    private LossSum(IReadOnlyList<(double Weight, ILoss Loss)> terms)
    {
        Terms = terms;
        Name = string.Join('+', terms.Select(term => LossSumText.Write(term.Weight, term.Loss)));
        Traits = LossSumTraits.Of([.. terms.Select(term => (term.Weight, term.Loss.Traits))]);
        LossCard[] cards = [.. terms.Select(term => term.Loss.Card)];
        Card = new()
        {
            Key = Key,
            Title = string.Join(" + ", terms.Select(term => $"{Number(term.Weight)} {Titled(term.Loss)}")),
            Use = "A trade between losses that no single one strikes.",
            Reference = string.Join("; ", cards.Select(card => card.Reference).Distinct()),
            Tasks = cards.Select(card => card.Tasks).Aggregate((left, right) => left & right),
            Target = cards.Select(card => card.Target).Aggregate(Both),
            Prediction = cards.Select(card => card.Prediction).Aggregate(Both),
            Link = cards[0].Link,
        };
    }

    /// <summary>Each loss and what it is multiplied by.</summary>
    public IReadOnlyList<(double Weight, ILoss Loss)> Terms { get; }

    /// <summary>What is to be said of the sum.</summary>
    public LossCard Card { get; }

    /// <summary>What can be claimed of the sum.</summary>
    public LossTraits Traits { get; }

    /// <summary>As it would be asked for.</summary>
    public string Name { get; }

    /// <summary>The loss that a text such as <c>0.8*cross-entropy+0.2*brier</c> asks for.</summary>
    /// <exception cref="ArgumentException">A term cannot be read, or the losses do not go together.</exception>
    public static ILoss Parse(string text) =>
        Of([.. LossSumText.Terms(text).Select(term => (term.Weight, LossCatalogue.Create(term.Loss)))]);

    /// <summary>The weighted sum of losses of one kind.</summary>
    /// <exception cref="ArgumentException">
    /// Some are of one prediction, some of rows of scores, or their links differ.
    /// </exception>
    public static ILoss Of(IReadOnlyList<(double Weight, ILoss Loss)> terms)
    {
        ILoss first = terms[0].Loss;
        foreach ((_, ILoss loss) in terms)
        {
            if (loss.Card.Link != first.Card.Link)
            {
                throw new ArgumentException(
                    $"{first.Name} and {loss.Name} cannot be added: the one's prediction has the link "
                        + $"{first.Card.Link}, the other's {loss.Card.Link}.",
                    nameof(terms));
            }
        }

        return first switch
        {
            ISampleLoss when terms.All(term => term.Loss is ISampleLoss) => new SampleLossSum(new(terms)),
            IClassLoss when terms.All(term => term.Loss is IClassLoss) => new ClassLossSum(new(terms)),
            _ => throw new ArgumentException(
                $"{string.Join(", ", terms.Select(term => term.Loss.Name))} cannot be added: a sum has losses of one "
                    + "prediction and one target, or losses of rows of scores.",
                nameof(terms)),
        };
    }

    /// <summary>The same weights over other losses.</summary>
    public ILoss Map(Func<ILoss, ILoss> change) => Of([.. Terms.Select(term => (term.Weight, change(term.Loss)))]);

    private static Domain Both(Domain left, Domain right)
    {
        (double low, bool hasLow) = left.Low > right.Low || (left.Low == right.Low && !left.IncludesLow)
            ? (left.Low, left.IncludesLow)
            : (right.Low, right.IncludesLow);
        (double high, bool hasHigh) = left.High < right.High || (left.High == right.High && !left.IncludesHigh)
            ? (left.High, left.IncludesHigh)
            : (right.High, right.IncludesHigh);
        return left.EndsOnly ? left : right.EndsOnly ? right : new(low, high, hasLow, hasHigh);
    }

    private static string Titled(ILoss loss)
    {
        int colon = loss.Name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? loss.Card.Title
            : $"{loss.Card.Title} ({loss.Name[(colon + 1)..].Replace(",", ", ", StringComparison.Ordinal)})";
    }

    private static string Number(double weight) => weight.ToString("R", CultureInfo.InvariantCulture);
}
