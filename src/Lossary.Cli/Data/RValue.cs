namespace Lossary.Cli;

/// <summary>A value of the language R: what its data packages hold.</summary>
internal sealed class RValue
{
    private RValue(object? content) => Content = content;

    /// <summary>int[], double[], bool?[], string?[] or RValue[]; null for what no data frame is made of.</summary>
    public object? Content { get; }

    /// <summary>What hangs on the value, such as a data frame's names or a factor's levels.</summary>
    public Dictionary<string, RValue> Attributes { get; } = [];

    /// <summary>The names of the elements; empty where they have none.</summary>
    public string?[] Names => Attributes.GetValueOrDefault("names")?.Content as string?[] ?? [];

    public static RValue Of(object? content) => new(content);

    /// <summary>The element of a name in a list; null where the value is no such list.</summary>
    public RValue? Element(string name) =>
        Content is RValue[] elements && Array.IndexOf(Names, name) is int index and >= 0 ? elements[index] : null;
}
