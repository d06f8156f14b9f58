namespace Lossary.Reports;

/// <summary>Gives each loss one look by its place among the candidates, to be used in every plot and table.</summary>
public sealed class LossColours
{
    private readonly Dictionary<string, SeriesStyle> _styles = new(StringComparer.Ordinal);

    /// <summary>Assigns the looks: the first six candidates get colours, further ones greys.</summary>
    /// <param name="keys">The candidates' keys in order; a repeated key keeps its first place.</param>
    public LossColours(IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (string key in keys)
        {
            _styles.TryAdd(key, new SeriesStyle(_styles.Count));
        }
    }

    /// <summary>The look of the loss; grey for one that is no candidate.</summary>
    /// <param name="key">The loss's key.</param>
    public SeriesStyle this[string key] =>
        _styles.TryGetValue(key, out SeriesStyle style) ? style : new SeriesStyle(SeriesStyle.Coloured);
}
