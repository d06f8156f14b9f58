using System.Text.Json.Serialization;

namespace Lossary.Data;

/// <summary>A vocabulary as it stands in a file.</summary>
/// <param name="Kind">bytes, characters or byte-pairs.</param>
/// <param name="Characters">Of characters: all of them, from number 1 on.</param>
/// <param name="Merges">Of byte pairs: the two pieces that each further piece is made of.</param>
internal sealed record VocabularyDocument(string Kind, string? Characters = null, int[][]? Merges = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VocabularyDocument))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
