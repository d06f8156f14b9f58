namespace Lossary.Studies;

/// <summary>Facts as they are found; what has no finite number is not found.</summary>
internal sealed class FactList
{
    private readonly List<Fact> _facts = [];

    public void Add(FactCard card, double? value, double? low = null, double? high = null)
    {
        if (value is double number && double.IsFinite(number))
        {
            bool isBounded =
                low is double least && high is double most && double.IsFinite(least) && double.IsFinite(most);
            _facts.Add(new(card, number, isBounded ? low : null, isBounded ? high : null));
        }
    }

    public void Add(FactCard card, bool value) => Add(card, value ? 1 : 0);

    public FactSet Build() => new(_facts);
}
