using System.Text;

namespace Lossary.Data;

/// <summary>The characters of a text, numbered from 1 by code point; 0 stands for every other character.</summary>
public sealed class CharacterVocabulary : Vocabulary
{
    /// <summary>The number of every character that the vocabulary does not have.</summary>
    public const int Unknown = 0;

    private readonly Rune[] _characters;
    private readonly Dictionary<Rune, int> _numbers = [];

    /// <summary>Collects the characters of a text.</summary>
    /// <param name="text">A text with every character that is wanted.</param>
    public CharacterVocabulary(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _characters = [Rune.ReplacementChar, .. text.EnumerateRunes().Distinct().Order()];
        for (int i = 1; i < _characters.Length; i++)
        {
            _numbers.Add(_characters[i], i);
        }
    }

    /// <summary>How many characters there are, with the one that stands for those unknown.</summary>
    public override int Size => _characters.Length;

    /// <inheritdoc/>
    public override int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> tokens = new(text.Length);
        foreach (Rune character in text.EnumerateRunes())
        {
            tokens.Add(_numbers.GetValueOrDefault(character, Unknown));
        }

        return [.. tokens];
    }

    private protected override string Join(ReadOnlySpan<int> tokens)
    {
        StringBuilder text = new(tokens.Length);
        foreach (int token in tokens)
        {
            text.Append(_characters[token].ToString());
        }

        return text.ToString();
    }

    private protected override VocabularyDocument Describe() =>
        new("characters", Characters: Join([.. Enumerable.Range(1, Size - 1)]));
}
