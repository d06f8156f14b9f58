using System.Runtime.InteropServices;

namespace Lossary.Data;

/// <summary>Finds the pairs to join, most frequent first.</summary>
/// <remarks>
/// Each different word is kept once with how often it occurs. A join only makes pairs with the new piece, so the count
/// of every other pair can only fall, and its first place only move back: a queue whose entries are judged anew when
/// they come up gives the same order as counting everything after every join.
/// </remarks>
internal sealed class BytePairTraining
{
    private readonly List<int[]> _words = [];
    private readonly List<long> _wordCounts = [];
    private readonly List<int> _pieceLengths = [.. Enumerable.Repeat(1, BytePairVocabulary.Bytes)];
    private readonly Dictionary<(int Left, int Right), long> _counts = [];

    // The words that have a pair, or once had it, in the order of the text.
    private readonly Dictionary<(int Left, int Right), List<int>> _places = [];
    private readonly PriorityQueue<(int Left, int Right), Rank> _queue = new();

    public BytePairTraining(string text)
    {
        CountWords(text);
        for (int i = 0; i < _words.Count; i++)
        {
            Count(_words[i], _wordCounts[i]);
            AddPlaces(i, made: null);
        }

        foreach ((int Left, int Right) pair in _counts.Keys)
        {
            _queue.Enqueue(pair, RankOf(pair));
        }
    }

    public (int Left, int Right)[] Run(int merges)
    {
        List<(int Left, int Right)> joined = new(merges);
        while (joined.Count < merges && Next() is (int Left, int Right) pair)
        {
            _pieceLengths.Add(_pieceLengths[pair.Left] + _pieceLengths[pair.Right]);
            Join(pair, BytePairVocabulary.Bytes + joined.Count);
            joined.Add(pair);
        }

        return [.. joined];
    }

    private void CountWords(string text)
    {
        Dictionary<string, int> numbers = [];
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known =
            numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in Words.In(text))
        {
            ReadOnlySpan<char> word = text.AsSpan()[range];
            if (known.TryGetValue(word, out int number))
            {
                _wordCounts[number]++;
                continue;
            }

            known[word] = _words.Count;
            _words.Add(Words.BytesOf(word));
            _wordCounts.Add(1);
        }
    }

    /// <summary>The pair to join, or null when none is there twice.</summary>
    private (int Left, int Right)? Next()
    {
        while (_queue.TryDequeue(out (int Left, int Right) pair, out Rank rank))
        {
            if (_counts[pair] < 2)
            {
                continue;
            }

            Rank now = RankOf(pair);
            if (now == rank)
            {
                return pair;
            }

            _queue.Enqueue(pair, now);
        }

        return null;
    }

    private void Join((int Left, int Right) pair, int made)
    {
        HashSet<(int Left, int Right)> fresh = [];
        foreach (int word in _places[pair])
        {
            int[] before = _words[word];
            int[] after = Words.Join(before, pair, made);
            if (after.Length == before.Length)
            {
                continue;
            }

            Count(before, -_wordCounts[word]);
            Count(after, _wordCounts[word]);
            _words[word] = after;
            AddPlaces(word, made, fresh);
        }

        foreach ((int Left, int Right) neighbours in fresh)
        {
            _queue.Enqueue(neighbours, RankOf(neighbours));
        }
    }

    private void Count(int[] word, long times)
    {
        for (int i = 1; i < word.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, (word[i - 1], word[i]), out _) += times;
        }
    }

    /// <summary>Notes the word with its pairs: all of them, or those with a piece just made.</summary>
    private void AddPlaces(int number, int? made, HashSet<(int Left, int Right)>? fresh = null)
    {
        int[] word = _words[number];
        for (int i = 1; i < word.Length; i++)
        {
            (int Left, int Right) pair = (word[i - 1], word[i]);
            if (made is int piece && pair.Left != piece && pair.Right != piece)
            {
                continue;
            }

            ref List<int>? places = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, pair, out _);
            places ??= [];
            if (places.Count == 0 || places[^1] != number)
            {
                places.Add(number);
            }

            fresh?.Add(pair);
        }
    }

    private Rank RankOf((int Left, int Right) pair)
    {
        foreach (int number in _places[pair])
        {
            int[] word = _words[number];
            int place = 0;
            for (int i = 1; i < word.Length; i++)
            {
                if (word[i - 1] == pair.Left && word[i] == pair.Right)
                {
                    return new Rank(_counts[pair], number, place);
                }

                place += _pieceLengths[word[i - 1]];
            }
        }

        return new Rank(0, int.MaxValue, 0);
    }

    /// <summary>What goes first: more occurrences, then an earlier word, then an earlier byte of it.</summary>
    private readonly record struct Rank(long Count, int Word, int Byte) : IComparable<Rank>
    {
        public int CompareTo(Rank other)
        {
            int order = other.Count.CompareTo(Count);
            order = order != 0 ? order : Word.CompareTo(other.Word);
            return order != 0 ? order : Byte.CompareTo(other.Byte);
        }
    }
}
