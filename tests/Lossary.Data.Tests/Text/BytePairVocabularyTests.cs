namespace Lossary.Data.Tests;

public sealed class BytePairVocabularyTests
{
    // Sennrich et al. 2016, Algorithm 1: low 5 times, lower 2, newest 6, widest 3. The blank is their end of a word.
    private static readonly string Paper =
        string.Concat(Enumerable.Repeat("low ", 5)) + string.Concat(Enumerable.Repeat("lower ", 2))
        + string.Concat(Enumerable.Repeat("newest ", 6)) + string.Concat(Enumerable.Repeat("widest ", 3));

    [Fact]
    public void The_example_of_the_paper_gives_the_joins_of_the_paper()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Paper, 10);

        // What the paper's program prints for its dictionary.
        string[] expected = ["es", "est", "est ", "lo", "low", "ne", "new", "newest ", "low ", "wi"];
        Assert.Equal(expected, PiecesOf(vocabulary));
    }

    [Fact]
    public void A_word_never_seen_is_said_with_the_pieces_learnt()
    {
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(Paper, 10);

        // The paper's own case, lowest from low and est.
        Assert.Equal(
            ["low", "est "], vocabulary.Encode("lowest ").Select(piece => vocabulary.Decode([piece])));
    }

    [Fact]
    public void Counting_everything_anew_after_each_join_gives_the_same_joins()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            string text = RandomText.Of(seed) + RandomText.Of(seed / 2);
            Assert.Equal(Plainly(text, 60), BytePairVocabulary.Train(text, 60).Merges);
        }
    }

    [Fact]
    public void Training_ends_when_nothing_occurs_twice() =>
        Assert.Equal(["ab", "abc", "abc "], PiecesOf(BytePairVocabulary.Train("abc abc ", 100)));

    [Fact]
    public void Pieces_do_not_reach_across_words()
    {
        string text = string.Concat(Enumerable.Repeat("a b, c\n", 50));
        BytePairVocabulary vocabulary = BytePairVocabulary.Train(text, 100);

        Assert.Equal(
            ["a ", "b", ", ", "c", "\n"],
            vocabulary.Encode("a b, c\n").Select(piece => vocabulary.Decode([piece])));
    }

    [Fact]
    public void Six_novels_are_said_in_a_third_of_their_letters_and_come_back()
    {
        string novels = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "austen_six_novels.txt"));

        BytePairVocabulary vocabulary = BytePairVocabulary.Train(novels, 1000);
        int[] tokens = vocabulary.Encode(novels);

        Assert.Equal(1256, vocabulary.Size);
        Assert.InRange(tokens.Length, novels.Length / 4, novels.Length / 2.5);
        Assert.Equal(novels, vocabulary.Decode(tokens));
    }

    private static IEnumerable<string> PiecesOf(BytePairVocabulary vocabulary) =>
        Enumerable.Range(256, vocabulary.Size - 256).Select(piece => vocabulary.Decode([piece]));

    /// <summary>The paper's program, word for word: all pairs are counted before each join.</summary>
    private static List<(int, int)> Plainly(string text, int merges)
    {
        List<int[]> words = [.. Words.In(text).Select(range => Words.BytesOf(text[range]))];
        List<(int, int)> joined = [];
        while (joined.Count < merges)
        {
            List<(int, int)> pairs = [.. words.SelectMany(word => word.Zip(word.Skip(1)))];
            (int, int)[] best =
            [
                .. pairs.CountBy(pair => pair)
                    .Where(pair => pair.Value > 1)
                    .OrderByDescending(pair => pair.Value)
                    .ThenBy(pair => pairs.IndexOf(pair.Key))
                    .Select(pair => pair.Key)
                    .Take(1),
            ];
            if (best.Length == 0)
            {
                break;
            }

            words = [.. words.Select(word => Words.Join(word, best[0], 256 + joined.Count))];
            joined.Add(best[0]);
        }

        return joined;
    }
}
