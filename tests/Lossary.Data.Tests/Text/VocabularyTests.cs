namespace Lossary.Data.Tests;

public sealed class VocabularyTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Any_text_comes_back_as_it_was_and_after_a_save_too()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            string text = RandomText.Of(seed);
            Vocabulary[] vocabularies =
            [
                new ByteVocabulary(), new CharacterVocabulary(text), BytePairVocabulary.Train(text, 20),
                BytePairVocabulary.Train(RandomText.Of(seed + 1), 50),
            ];
            foreach (Vocabulary vocabulary in vocabularies)
            {
                int[] tokens = vocabulary.Encode(text);
                Assert.Equal(text, vocabulary.Decode(tokens));

                string path = Path.Combine(_scratch.Folder, "vocabulary.json");
                vocabulary.Save(path);
                Vocabulary loaded = Vocabulary.Load(path);
                Assert.Equal((vocabulary.GetType(), vocabulary.Size), (loaded.GetType(), loaded.Size));
                Assert.Equal(tokens, loaded.Encode(text));
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_comes_back_as_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", new ByteVocabulary().Decode(new ByteVocabulary().Encode("a\uD83Db")));
        CharacterVocabulary characters = new("ab");
        Assert.Equal("a\uFFFDb", characters.Decode(characters.Encode("a\uD83Db")));
    }

    [Fact]
    public void Characters_are_numbered_by_code_point_and_others_are_unknown()
    {
        CharacterVocabulary vocabulary = new("hello, 世界");

        // , and the blank come before letters, those before the Chinese ones.
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], vocabulary.Encode(" ,ehlo世界"[..8]));
        Assert.Equal(9, vocabulary.Size);
        Assert.Equal([CharacterVocabulary.Unknown, 4], vocabulary.Encode("zh"));
        Assert.Equal("\uFFFDh", vocabulary.Decode([0, 4]));
    }

    [Fact]
    public void Bytes_are_those_of_UTF_8() =>
        Assert.Equal([0x61, 0xE2, 0x82, 0xAC], new ByteVocabulary().Encode("a€"));

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void A_number_without_a_piece_is_refused_with_both_facts(int token)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ByteVocabulary().Decode([1, token]));

        Assert.Contains(
            $"tokens[1] is {token}; the vocabulary has 256 pieces.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"kind\": \"words\"}")]
    [InlineData("{\"kind\": \"characters\"}")]
    [InlineData("{\"kind\": \"byte-pairs\", \"merges\": [[97, 256]]}")]
    [InlineData("{\"kind\": \"byte-pairs\", \"merges\": [[97]]}")]
    public void A_file_that_is_no_vocabulary_is_refused(string content)
    {
        string path = _scratch.Write("vocabulary.json", content);

        Assert.StartsWith(
            $"{path}: is no vocabulary: ", Tables.Refusal(() => Vocabulary.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() => Assert.Equal(
        "there is no such file.", Tables.Refusal(() => Vocabulary.Load(Path.Combine(_scratch.Folder, "none"))).Reason);
}
